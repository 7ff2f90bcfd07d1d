package dev.gangway.files.tus;

import dev.gangway.files.tree.PartName;
import dev.gangway.files.upload.OverwritePolicy;
import dev.gangway.files.upload.Places;
import dev.gangway.files.upload.UploadDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An upload that is not whole yet. It is as it is on the disk, so it survives a restart, and is forgotten a day after something
 * came last.
 */
public final class TusUpload {
    /** After so long without content an upload is forgotten. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MAX_NOTE_BYTES = 4096;
    private static final String PART = "upload";

    private final UploadDirectory directory;
    private final String id;
    private final String name;
    private final long length;
    private long offset;
    private Instant changed;

    private TusUpload(UploadDirectory directory, String id, String name, long length, long offset, Instant changed) {
        this.directory = directory;
        this.id = id;
        this.name = name;
        this.length = length;
        this.offset = offset;
        this.changed = changed;
    }

    /**
     * Begins an upload.
     *
     * @param directory where it will be; left open
     * @param name the name that it will have
     * @param length how many bytes it will have
     * @return an upload of which nothing has come
     * @throws IOException if it cannot be stored
     */
    public static TusUpload create(UploadDirectory directory, String name, long length) throws IOException {
        String id = PartName.newId();
        byte[] note = (length + "\n" + name).getBytes(StandardCharsets.UTF_8);
        try (SeekableByteChannel out =
                directory.open(note(directory, id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (ByteBuffer bytes = ByteBuffer.wrap(note); bytes.hasRemaining(); ) {
                out.write(bytes);
            }
        }
        directory
                .open(part(directory, id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                .close();
        return new TusUpload(directory, id, name, length, 0, Instant.now());
    }

    /**
     * Finds an upload.
     *
     * @param directory where it is; left open
     * @param id its identifier
     * @return the upload; null if there is none, or if it is forgotten
     * @throws IOException if the disk fails
     */
    public static @Nullable TusUpload find(UploadDirectory directory, String id) throws IOException {
        if (!PartName.isId(id)) {
            return null;
        }
        BasicFileAttributes part = directory.attributes(part(directory, id));
        BasicFileAttributes note = directory.attributes(note(directory, id));
        if (part == null || note == null || !part.isRegularFile() || !note.isRegularFile()) {
            return null;
        }
        String[] lines = read(directory, note(directory, id)).split("\n", 2);
        Instant changed = part.lastModifiedTime().toInstant();
        if (lines.length < 2 || changed.plus(LIFETIME).isBefore(Instant.now())) {
            return null;
        }
        try {
            return new TusUpload(directory, id, lines[1], Long.parseLong(lines[0]), part.size(), changed);
        } catch (NumberFormatException e) {
            return null; // a note that was cut
        }
    }

    private static String read(UploadDirectory directory, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_NOTE_BYTES);
        try (SeekableByteChannel in = directory.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                // To its end.
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /**
     * Deletes the uploads that have expired.
     *
     * @param directory where to look
     * @param now the time
     * @throws IOException if the disk fails
     */
    public static void sweep(UploadDirectory directory, Instant now) throws IOException {
        for (Path name : directory.parts()) {
            BasicFileAttributes file = directory.attributes(name);
            boolean old = file != null
                    && file.isRegularFile()
                    && file.lastModifiedTime().toInstant().plus(LIFETIME).isBefore(now);
            if (old && PartName.is(name.toString()) && !isOfLivingPart(directory, name, now)) {
                directory.delete(name);
            }
        }
    }

    /** A note is never written again, so it lives as long as its upload. */
    private static boolean isOfLivingPart(UploadDirectory directory, Path name, Instant now) throws IOException {
        String text = name.toString();
        String part = text.replaceFirst("\\.info$", "");
        if (part.equals(text)) {
            return false;
        }
        BasicFileAttributes file = directory.attributes(name.resolveSibling(part));
        return file != null
                && !file.lastModifiedTime().toInstant().plus(LIFETIME).isBefore(now);
    }

    /**
     * Adds content.
     *
     * @param content what to add; what came before it is cut is kept, unless there is a checksum
     * @param checksum what the content has to have, or null
     * @throws TusException with 413 if it is more than was announced, with 460 if the checksum is wrong
     * @throws IOException if the content cannot be read, or not be stored
     */
    public void append(InputStream content, @Nullable TusChecksum checksum) throws IOException {
        long start = offset;
        byte[] buffer = new byte[BUFFER_BYTES];
        boolean whole = false;
        try (SeekableByteChannel out = directory.open(part(directory, id), StandardOpenOption.WRITE)) {
            out.position(start);
            try {
                for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                    if (n > length - offset) {
                        throw new TusException(413, "More than Upload-Length has said");
                    }
                    for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n); bytes.hasRemaining(); ) {
                        out.write(bytes);
                    }
                    offset += n;
                    if (checksum != null) {
                        checksum.update(buffer, 0, n);
                    }
                }
                whole = checksum == null || checksum.matches();
                if (!whole) {
                    throw new TusException(460, "The content has another checksum than Upload-Checksum says");
                }
            } finally {
                if (!whole && checksum != null) {
                    out.truncate(start);
                    offset = start;
                }
            }
        }
        changed = Instant.now();
    }

    /**
     * Moves the file to its place.
     *
     * @param places decides who wins where two want the same
     * @param policy what to do if the name is taken
     * @return where it is; null if the name is taken, and then the upload is gone
     * @throws IOException if it cannot be moved
     */
    public Places.@Nullable Placed finish(Places places, OverwritePolicy policy) throws IOException {
        Places.Placed placed = places.move(directory, part(directory, id), name, policy);
        delete();
        return placed;
    }

    /**
     * Ends the upload.
     *
     * @throws IOException if the disk fails
     */
    public void delete() throws IOException {
        directory.delete(part(directory, id));
        directory.delete(note(directory, id));
    }

    /**
     * Returns the identifier of the upload.
     *
     * @return 32 hexadecimal digits
     */
    public String id() {
        return id;
    }

    /**
     * Returns how many bytes it will have.
     *
     * @return 0 or more
     */
    public long length() {
        return length;
    }

    /**
     * Returns how many bytes have come.
     *
     * @return 0 or more
     */
    public long offset() {
        return offset;
    }

    /**
     * Returns when it is forgotten if nothing comes.
     *
     * @return the time
     */
    public Instant expires() {
        return changed.plus(LIFETIME);
    }

    private static Path part(UploadDirectory directory, String id) {
        return directory.path().getFileSystem().getPath(PartName.of(PART, id));
    }

    private static Path note(UploadDirectory directory, String id) {
        return directory.path().getFileSystem().getPath(PartName.noteOf(PartName.of(PART, id)));
    }
}
