package dev.gangway.porting;

import java.io.ByteArrayOutputStream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Python's module {@code zlib}. */
public final class Zlib {
    /** {@code zlib.MAX_WBITS}. */
    public static final long MAX_WBITS = 15;

    private static final int BUFFER_BYTES = 8192;

    private Zlib() {}

    /** Returns {@code zlib.compress(data)}. */
    public static byte[] compress(byte[] data) {
        return compress(data, -1);
    }

    /** Returns {@code zlib.compress(data, level)}. */
    public static byte[] compress(byte[] data, long level) {
        Deflater deflater = new Deflater((int) level);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Returns {@code zlib.decompress(data)}. */
    public static byte[] decompress(byte[] data) {
        return decompress(data, MAX_WBITS);
    }

    /**
     * Returns {@code zlib.decompress(data, wbits)}.
     *
     * @param wbits below 0 for data without a header; above 15 for gzip
     */
    public static byte[] decompress(byte[] data, long wbits) {
        if (wbits > MAX_WBITS) {
            try {
                return Gzip.decompress(data);
            } catch (java.io.IOException e) {
                throw new ValueError("Error -3 while decompressing data: incorrect header check");
            }
        }
        Inflater inflater = new Inflater(wbits < 0);
        try {
            inflater.setInput(data);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new ValueError("Error -5 while decompressing data: incomplete or truncated stream");
                }
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new ValueError("Error -3 while decompressing data: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    /** Returns {@code zlib.crc32(data)}. */
    public static long crc32(byte[] data) {
        return sum(new CRC32(), data);
    }

    /** Returns {@code zlib.adler32(data)}. */
    public static long adler32(byte[] data) {
        return sum(new Adler32(), data);
    }

    private static long sum(Checksum checksum, byte[] data) {
        checksum.update(data, 0, data.length);
        return checksum.getValue();
    }
}
