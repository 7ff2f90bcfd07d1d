package dev.gangway.files.archive;

import dev.gangway.files.content.TextTypes;
import dev.gangway.handler.files.MediaTypes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive, its lengths behind the files, so that nothing has to be known before. */
final class ZipWriter implements ArchiveWriter {
    private final ZipOutputStream zip;
    private final byte[] buffer = new byte[64 * 1024];

    ZipWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    @Override
    public void directory(String name, Instant modified) throws IOException {
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        zip.putNextEntry(entry(name, modified));
        zip.closeEntry();
    }

    @Override
    public void file(String name, Instant modified, long length, InputStream content) throws IOException {
        boolean small = TextTypes.isCompressible(MediaTypes.guess(name, Map.of(), "application/octet-stream"));
        zip.setLevel(small ? Deflater.DEFAULT_COMPRESSION : Deflater.BEST_SPEED);
        zip.putNextEntry(entry(name, modified));
        copy(content, zip, length, buffer);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name, Instant modified) {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(modified));
        return entry;
    }

    static void copy(InputStream content, OutputStream out, long length, byte[] buffer) throws IOException {
        long left = length;
        while (left > 0) {
            int n = content.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (n < 0) {
                throw new EOFException("a file became shorter while it was read");
            }
            out.write(buffer, 0, n);
            left -= n;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
