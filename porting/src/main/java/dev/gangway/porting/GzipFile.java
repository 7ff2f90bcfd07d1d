package dev.gangway.porting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Python's {@code gzip.GzipFile}, over another file object or a path. */
public final class GzipFile implements AutoCloseable {
    private static final class Compressor extends GZIPOutputStream {
        Compressor(OutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }

    private final @Nullable GZIPInputStream in;
    private final @Nullable GZIPOutputStream out;
    private final @Nullable PythonFile own;

    /**
     * Opens one.
     *
     * @param keywords {@code filename} or {@code fileobj}, {@code mode}, {@code compresslevel}
     */
    public GzipFile(Keywords keywords) throws IOException {
        String mode = Python.str(keywords.get("mode", "rb"));
        Object over = keywords.get("fileobj");
        own = over == null ? BinaryFile.open(Python.str(keywords.get("filename")), mode.substring(0, 1) + "b") : null;
        Object file = own == null ? over : own;
        if (mode.startsWith("r")) {
            out = null;
            in = new GZIPInputStream(reader(file));
        } else {
            in = null;
            OutputStream to = writer(file);
            int level = (int) Ported.asLong(keywords.get("compresslevel", (long) Deflater.BEST_COMPRESSION));
            out = new Compressor(to, level);
        }
    }

    private static InputStream reader(@Nullable Object file) {
        if (file instanceof PythonFile held) {
            return held.input();
        }
        if (file instanceof InputStream stream) {
            return stream;
        }
        throw new TypeError("fileobj cannot be read");
    }

    private static OutputStream writer(@Nullable Object file) {
        if (file instanceof PythonFile held) {
            return held.output();
        }
        if (file instanceof OutputStream stream) {
            return stream;
        }
        throw new TypeError("fileobj cannot be written");
    }

    private static IOException wrongWay(String what) {
        return new IOException(what + "() on the wrong kind of GzipFile object");
    }

    /** Returns {@code file.read()}. */
    public byte[] read() throws IOException {
        if (in == null) {
            throw wrongWay("read");
        }
        return in.readAllBytes();
    }

    /** Returns {@code file.read(size)}. */
    public byte[] read(long size) throws IOException {
        if (in == null) {
            throw wrongWay("read");
        }
        return size < 0 ? read() : in.readNBytes((int) size);
    }

    /** Does {@code file.write(data)}; returns the number of bytes. */
    public long write(byte[] data) throws IOException {
        if (out == null) {
            throw wrongWay("write");
        }
        out.write(data);
        return data.length;
    }

    /** Does {@code file.flush()}. */
    public void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    /** Ends the compressed data; the file object that was given stays open. */
    @Override
    public void close() throws IOException {
        if (out != null) {
            out.finish();
        }
        if (own != null) {
            own.close();
        }
    }
}
