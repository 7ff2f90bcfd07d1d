package dev.gangway.porting;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;

/** {@code _headers_buffer} of a handler: the lines that are held back, as bytes with CR LF at their ends. */
public final class HeadersBuffer extends AbstractList<byte[]> {
    private final List<String> lines;

    private HeadersBuffer(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Shows lines as bytes; a change of the one list is a change of the other.
     *
     * @param lines the lines that a handler holds back, without line ends
     */
    public static List<byte[]> of(List<String> lines) {
        return new HeadersBuffer(lines);
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).replaceFirst("\r?\n$", "");
    }

    @Override
    public byte[] get(int index) {
        return (lines.get(index) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] set(int index, byte[] line) {
        byte[] old = get(index);
        lines.set(index, text(line));
        return old;
    }

    @Override
    public void add(int index, byte[] line) {
        lines.add(index, text(line));
    }

    @Override
    public byte[] remove(int index) {
        byte[] old = get(index);
        lines.remove(index);
        return old;
    }

    @Override
    public int size() {
        return lines.size();
    }
}
