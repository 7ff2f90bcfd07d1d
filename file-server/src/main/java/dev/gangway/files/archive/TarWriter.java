package dev.gangway.files.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * A tar archive (POSIX.1-2017, pax interchange format), compressed with gzip. What does not fit the old head of 512 bytes, long names and
 * large files, goes into records before it.
 */
final class TarWriter implements ArchiveWriter {
    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;
    private static final long MAX_OCTAL = 0_77777777777L;

    private final GZIPOutputStream out;
    private final byte[] buffer = new byte[64 * 1024];

    TarWriter(OutputStream out) throws IOException {
        this.out = new GZIPOutputStream(out, 8192);
    }

    @Override
    public void directory(String name, Instant modified) throws IOException {
        head(name, '5', 0755, 0, modified);
    }

    @Override
    public void file(String name, Instant modified, long length, InputStream content) throws IOException {
        head(name, '0', 0644, length, modified);
        ZipWriter.copy(content, out, length, buffer);
        pad(length);
    }

    private void head(String name, char type, int mode, long length, Instant modified) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        boolean ascii = bytes.length == name.length();
        long time = Math.max(0, Math.min(MAX_OCTAL, modified.getEpochSecond()));
        if (bytes.length > NAME_BYTES || length > MAX_OCTAL || !ascii) {
            String records = record("path", name) + (length > MAX_OCTAL ? record("size", Long.toString(length)) : "");
            byte[] pax = records.getBytes(StandardCharsets.UTF_8);
            out.write(block("PaxHeaders/entry".getBytes(StandardCharsets.US_ASCII), 'x', 0644, pax.length, time));
            out.write(pax);
            pad(pax.length);
        }
        out.write(block(bytes, type, mode, length > MAX_OCTAL ? 0 : length, time));
    }

    /** A record begins with its own length in bytes, that number included. */
    private static String record(String keyword, String value) {
        String rest = " " + keyword + "=" + value + "\n";
        int bytes = rest.getBytes(StandardCharsets.UTF_8).length;
        int length = bytes + 1;
        while (Integer.toString(length).length() + bytes != length) {
            length++;
        }
        return length + rest;
    }

    private static byte[] block(byte[] name, char type, int mode, long length, long time) {
        byte[] block = new byte[BLOCK];
        System.arraycopy(name, 0, block, 0, Math.min(name.length, NAME_BYTES));
        octal(block, 100, 8, mode);
        octal(block, 108, 8, 0);
        octal(block, 116, 8, 0);
        octal(block, 124, 12, length);
        octal(block, 136, 12, time);
        Arrays.fill(block, 148, 156, (byte) ' ');
        block[156] = (byte) type;
        byte[] magic = "ustar\00000".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(magic, 0, block, 257, magic.length);
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        octal(block, 148, 7, sum);
        return block;
    }

    /** Writes digits and a NUL. */
    private static void octal(byte[] block, int at, int room, long value) {
        String digits = Long.toOctalString(value);
        String padded = "0".repeat(room - 1 - digits.length()) + digits;
        System.arraycopy(padded.getBytes(StandardCharsets.US_ASCII), 0, block, at, room - 1);
        block[at + room - 1] = 0;
    }

    private void pad(long length) throws IOException {
        out.write(new byte[(int) (-length & (BLOCK - 1))]);
    }

    @Override
    public void close() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.close();
    }
}
