package dev.gangway.porting;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code io.StringIO}. */
public final class StringIO extends PythonFile {
    private final StringBuilder text = new StringBuilder();
    private int at;

    /** Makes an empty one. */
    public StringIO() {}

    /** Makes one that holds a text. */
    public StringIO(String text) {
        this.text.append(text);
    }

    /** Returns {@code file.getvalue()}. */
    public String getvalue() {
        return text.toString();
    }

    /** Returns {@code file.read()}. */
    public String read() {
        return read(-1);
    }

    /** Returns {@code file.read(size)}. */
    public String read(long size) {
        int begin = Math.min(at, text.length());
        int end = size < 0 ? text.length() : (int) Math.min(text.length(), at + size);
        at = Math.max(begin, end);
        return text.substring(begin, at);
    }

    /** Returns {@code file.readline()}. */
    public String readline() {
        int end = text.indexOf("\n", at);
        return read((end < 0 ? text.length() : end + 1) - at);
    }

    @Override
    public List<@Nullable Object> readlines() {
        List<@Nullable Object> lines = new ArrayList<>();
        for (String line = readline(); !line.isEmpty(); line = readline()) {
            lines.add(line);
        }
        return lines;
    }

    /** Does {@code file.write(more)}. */
    public long write(String more) {
        text.replace(Math.min(at, text.length()), Math.min(text.length(), at + more.length()), more);
        at += more.length();
        return more.length();
    }

    /** Does {@code file.seek(offset)}. */
    public long seek(long offset) {
        at = (int) offset;
        return at;
    }

    /** Does {@code file.seek(offset, whence)}. */
    public long seek(long offset, long whence) {
        return seek(offset + (whence == 0 ? 0 : whence == 1 ? at : text.length()));
    }

    /** Returns {@code file.tell()}. */
    public long tell() {
        return at;
    }

    @Override
    public InputStream input() {
        return new java.io.ByteArrayInputStream(read().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                StringIO.this.write(String.valueOf((char) (b & 0xff)));
            }
        };
    }

    @Override
    public void close() {}
}
