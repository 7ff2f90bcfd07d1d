package dev.gangway.porting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Python's module {@code gzip}. */
public final class Gzip {
    private Gzip() {}

    /** Returns {@code gzip.compress(data)}. */
    public static byte[] compress(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(data);
        }
        return out.toByteArray();
    }

    /** Returns {@code gzip.decompress(data)}. */
    public static byte[] decompress(byte[] data) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(data)).readAllBytes();
    }
}
