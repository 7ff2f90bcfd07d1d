package dev.gangway.porting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file object of Python: one on disk or in memory, of bytes or of text. */
public abstract class PythonFile implements AutoCloseable {
    PythonFile() {}

    /** Opens a file, of bytes or of text as the mode says. */
    public static PythonFile open(String path, String mode) throws IOException {
        return mode.contains("b") ? BinaryFile.open(path, mode) : TextFile.open(path, mode);
    }

    /** Returns the lines that are left, as {@code file.readlines()} does. */
    public abstract List<@Nullable Object> readlines() throws IOException;

    /** Returns the file as a stream to read. */
    public abstract InputStream input();

    /** Returns the file as a stream to write. */
    public abstract OutputStream output();

    /** Does {@code file.flush()}. */
    public void flush() throws IOException {}

    /** Does {@code file.close()}. */
    @Override
    public abstract void close() throws IOException;
}
