package dev.gangway.files.upload;

import dev.gangway.files.tree.PartName;
import dev.gangway.handler.files.FileNames;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file that is being written beside its place. It is gone when it is closed, unless it was moved there before. */
public final class PartFile implements Closeable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final UploadDirectory directory;
    private final Path part;
    private boolean kept;

    private PartFile(UploadDirectory directory, Path part) {
        this.directory = directory;
        this.part = part;
    }

    /**
     * Makes a file that is empty.
     *
     * @param directory where it is; left open
     * @param name the name that it will have
     * @return the file
     * @throws StorageException if it cannot be made
     */
    public static PartFile create(UploadDirectory directory, String name) throws StorageException {
        Path part = FileNames.resolve(directory.path(), PartName.of(name, PartName.newId()))
                .getFileName();
        try {
            directory
                    .open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                    .close();
        } catch (IOException e) {
            throw new StorageException("cannot write in the directory", e);
        }
        return new PartFile(directory, part);
    }

    /**
     * Writes content.
     *
     * @param content what to write, to its end
     * @param limit how many bytes it may have
     * @return how many it had
     * @throws TooLargeException if it has more
     * @throws StorageException if it cannot be written
     * @throws IOException if the content cannot be read
     */
    public long receive(InputStream content, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long length = 0;
        try (SeekableByteChannel out = open()) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                length += n;
                if (length > limit) {
                    throw new TooLargeException(limit);
                }
                write(out, ByteBuffer.wrap(buffer, 0, n));
            }
            force(out);
        }
        return length;
    }

    private SeekableByteChannel open() throws StorageException {
        try {
            return directory.open(part, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StorageException("cannot open what is being written", e);
        }
    }

    static void write(SeekableByteChannel out, ByteBuffer bytes) throws StorageException {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new StorageException("cannot store what was sent", e);
        }
    }

    static void force(SeekableByteChannel out) throws StorageException {
        try {
            if (out instanceof FileChannel file) {
                file.force(false);
            }
        } catch (IOException e) {
            throw new StorageException("cannot store what was sent", e);
        }
    }

    /**
     * Moves the file to its place.
     *
     * @param places decides who wins where two want the same
     * @param name the name to have
     * @param policy what to do if it is taken
     * @return where it is; null if the name is taken, and then it is not moved
     * @throws StorageException if it cannot be moved
     */
    public Places.@Nullable Placed place(Places places, String name, OverwritePolicy policy) throws StorageException {
        Places.Placed placed = places.move(directory, part, name, policy);
        kept = placed != null;
        return placed;
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            directory.delete(part);
        }
    }
}
