package dev.gangway.porting;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of {@code open(path, "rb")}: a file of bytes. */
public final class BinaryFile extends PythonFile {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final RandomAccessFile file;
    private final boolean append;
    private final String name;
    private byte[] buffer = new byte[0];
    private int at;

    private boolean vanishes;

    private BinaryFile(RandomAccessFile file, boolean append, String name) {
        this.file = file;
        this.append = append;
        this.name = name;
    }

    /**
     * Opens a file.
     *
     * @param path where it is
     * @param mode {@code r}, {@code w}, {@code a} or {@code x}, with {@code b} and {@code +} as in Python
     * @throws FileNotFoundException if it is not there, or a directory
     */
    public static BinaryFile open(String path, String mode) throws IOException {
        Path place = Path.of(path);
        if (Files.isDirectory(place)) {
            throw new IOException("[Errno 21] Is a directory: " + Python.repr(path));
        }
        if (path.endsWith("/") && Files.exists(place)) {
            throw new IOException("[Errno 20] Not a directory: " + Python.repr(path));
        }
        if (mode.contains("x") && Files.exists(place)) {
            throw new FileAlreadyExistsException(path);
        }
        if (!mode.contains("r")
                        && (place.toAbsolutePath().getParent() == null
                                || !Files.isDirectory(place.toAbsolutePath().getParent()))
                || mode.contains("r") && !Files.exists(place)) {
            throw new FileNotFoundException("[Errno 2] No such file or directory: " + Python.repr(path));
        }
        boolean writes = !mode.contains("r") || mode.contains("+");
        RandomAccessFile file;
        try {
            file = new RandomAccessFile(path, writes ? "rw" : "r");
        } catch (FileNotFoundException e) {
            throw new java.nio.file.AccessDeniedException(path);
        }
        if (mode.contains("w")) {
            file.setLength(0);
        }
        if (mode.contains("a")) {
            file.seek(file.length());
        }
        return new BinaryFile(file, mode.contains("a"), path);
    }

    /** Returns {@code file.name}. */
    public String name() {
        return name;
    }

    private int next() throws IOException {
        if (at == buffer.length) {
            byte[] more = new byte[BUFFER_BYTES];
            int count = file.read(more);
            buffer = count <= 0 ? new byte[0] : java.util.Arrays.copyOf(more, count);
            at = 0;
            if (count <= 0) {
                return -1;
            }
        }
        return buffer[at++] & 0xff;
    }

    private void drop() throws IOException {
        if (at < buffer.length) {
            file.seek(file.getFilePointer() - (buffer.length - at));
        }
        buffer = new byte[0];
        at = 0;
    }

    /** Returns {@code file.read()}. */
    public byte[] read() throws IOException {
        return read(-1);
    }

    /** Returns {@code file.read(size)}. */
    public byte[] read(long size) throws IOException {
        long left = file.length() - file.getFilePointer() + (buffer.length - at);
        long wanted = size < 0 ? Math.max(0, left) : Math.min(size, Math.max(0, left));
        drop();
        byte[] bytes = new byte[Math.toIntExact(wanted)];
        file.readFully(bytes);
        return bytes;
    }

    /** Returns {@code file.readline()}. */
    public byte[] readline() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = next(); b >= 0; b = next()) {
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    @Override
    public List<@Nullable Object> readlines() throws IOException {
        List<@Nullable Object> lines = new ArrayList<>();
        for (byte[] line = readline(); line.length > 0; line = readline()) {
            lines.add(line);
        }
        return lines;
    }

    /** Does {@code file.write(bytes)}. */
    public long write(byte[] bytes) throws IOException {
        drop();
        if (append) {
            file.seek(file.length());
        }
        file.write(bytes);
        return bytes.length;
    }

    /** Does {@code file.seek(offset)}. */
    public long seek(long offset) throws IOException {
        return seek(offset, 0);
    }

    /** Does {@code file.seek(offset, whence)}. */
    public long seek(long offset, long whence) throws IOException {
        drop();
        file.seek(offset + (whence == 0 ? 0 : whence == 1 ? file.getFilePointer() : file.length()));
        return file.getFilePointer();
    }

    /** Returns {@code file.tell()}. */
    public long tell() throws IOException {
        return file.getFilePointer() - (buffer.length - at);
    }

    /** Does {@code file.truncate()}. */
    public void truncate() throws IOException {
        file.setLength(tell());
    }

    /** Returns what {@code os.fstat(file.fileno())} needs: the file itself. */
    public BinaryFile fileno() {
        return this;
    }

    long size() throws IOException {
        return file.length();
    }

    @Override
    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return next();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                byte[] more = BinaryFile.this.read(Math.min(length, BUFFER_BYTES));
                System.arraycopy(more, 0, bytes, offset, more.length);
                return more.length == 0 && length > 0 ? -1 : more.length;
            }

            @Override
            public void close() throws IOException {
                BinaryFile.this.close();
            }
        };
    }

    @Override
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                BinaryFile.this.write(new byte[] {(byte) b});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                BinaryFile.this.write(java.util.Arrays.copyOfRange(bytes, offset, offset + length));
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
        if (vanishes) {
            Files.deleteIfExists(Path.of(name));
        }
    }

    /** Deletes the file when it is closed. */
    void deleteOnClose() {
        vanishes = true;
    }
}
