package dev.gangway.porting;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code io.BytesIO}. */
public final class BytesIO extends PythonFile {
    private byte[] bytes;
    private int at;

    /** Makes an empty one. */
    public BytesIO() {
        this(new byte[0]);
    }

    /** Makes one that holds bytes. */
    public BytesIO(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Returns {@code file.getvalue()}. */
    public byte[] getvalue() {
        return bytes.clone();
    }

    /** Returns {@code file.read()}. */
    public byte[] read() {
        return read(-1);
    }

    /** Returns {@code file.read(size)}. */
    public byte[] read(long size) {
        int end = size < 0 ? bytes.length : (int) Math.min(bytes.length, at + size);
        byte[] part = Arrays.copyOfRange(bytes, Math.min(at, bytes.length), Math.max(Math.min(at, bytes.length), end));
        at += part.length;
        return part;
    }

    /** Returns {@code file.readline()}. */
    public byte[] readline() {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return read(Math.min(bytes.length, end + 1) - at);
    }

    @Override
    public List<@Nullable Object> readlines() {
        List<@Nullable Object> lines = new ArrayList<>();
        for (byte[] line = readline(); line.length > 0; line = readline()) {
            lines.add(line);
        }
        return lines;
    }

    /** Does {@code file.write(more)}. */
    public long write(byte[] more) {
        if (bytes.length < at + more.length) {
            bytes = Arrays.copyOf(bytes, at + more.length);
        }
        System.arraycopy(more, 0, bytes, at, more.length);
        at += more.length;
        return more.length;
    }

    /** Does {@code file.seek(offset)}. */
    public long seek(long offset) {
        return seek(offset, 0);
    }

    /** Does {@code file.seek(offset, whence)}. */
    public long seek(long offset, long whence) {
        at = (int) (offset + (whence == 0 ? 0 : whence == 1 ? at : bytes.length));
        return at;
    }

    /** Returns {@code file.tell()}. */
    public long tell() {
        return at;
    }

    /** Does {@code file.truncate()}. */
    public void truncate() {
        bytes = Arrays.copyOf(bytes, at);
    }

    @Override
    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() {
                return at < bytes.length ? bytes[at++] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                byte[] part = BytesIO.this.read(length);
                System.arraycopy(part, 0, into, offset, part.length);
                return part.length == 0 && length > 0 ? -1 : part.length;
            }
        };
    }

    @Override
    public OutputStream output() {
        return new Output(this);
    }

    /** The stream that writes into one. */
    static final class Output extends OutputStream {
        private final BytesIO file;

        Output(BytesIO file) {
            this.file = file;
        }

        BytesIO file() {
            return file;
        }

        @Override
        public void write(int b) {
            file.write(new byte[] {(byte) b});
        }

        @Override
        public void write(byte[] more, int offset, int length) {
            file.write(Arrays.copyOfRange(more, offset, offset + length));
        }
    }

    @Override
    public void close() {}
}
