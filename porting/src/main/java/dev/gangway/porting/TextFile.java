package dev.gangway.porting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of {@code open(path)}: a file of text, whose line ends are {@code \n}. */
public final class TextFile extends PythonFile {
    private final BinaryFile file;
    private final String encoding;
    private final String errors;

    private TextFile(BinaryFile file, String encoding, String errors) {
        this.file = file;
        this.encoding = encoding;
        this.errors = errors;
    }

    /** Opens a file of UTF-8. */
    public static TextFile open(String path, String mode) throws IOException {
        return open(path, mode, "utf-8");
    }

    /** Opens a file of an encoding. */
    public static TextFile open(String path, String mode, String encoding) throws IOException {
        return open(path, mode, encoding, "strict");
    }

    /** Opens a file of an encoding; {@code errors} says what happens to bytes that are no text. */
    public static TextFile open(String path, String mode, String encoding, String errors) throws IOException {
        return new TextFile(BinaryFile.open(path, mode.replace("t", "").replace("U", "") + "b"), encoding, errors);
    }

    private boolean isLatin() {
        return Str.charset(encoding).equals(StandardCharsets.ISO_8859_1);
    }

    private String text(byte[] bytes) {
        String text = Bytes.decode(bytes, encoding.equals("utf-8-sig") ? "utf-8" : encoding, errors);
        return isLatin() ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Returns {@code file.name}. */
    public String name() {
        return file.name();
    }

    /** Returns {@code file.read()}. */
    public String read() throws IOException {
        return text(file.read());
    }

    /** Returns {@code file.read(size)}. */
    public String read(long size) throws IOException {
        return size < 0 ? read() : text(file.read(size));
    }

    /** Returns {@code file.readline()}. */
    public String readline() throws IOException {
        return text(file.readline());
    }

    @Override
    public List<@Nullable Object> readlines() throws IOException {
        List<@Nullable Object> lines = new ArrayList<>();
        for (String line = readline(); !line.isEmpty(); line = readline()) {
            lines.add(line);
        }
        return lines;
    }

    /** Does {@code file.write(text)}. */
    public long write(String text) throws IOException {
        file.write(Str.encode(text, encoding, errors));
        return text.length();
    }

    /** Does {@code file.writelines(lines)}. */
    public void writelines(@Nullable Object lines) throws IOException {
        for (Object each : Python.list(lines)) {
            write(Python.str(each));
        }
    }

    /** Does {@code file.seek(offset)}. */
    public long seek(long offset) throws IOException {
        return file.seek(offset);
    }

    /** Does {@code file.seek(offset, whence)}. */
    public long seek(long offset, long whence) throws IOException {
        return file.seek(offset, whence);
    }

    /** Returns {@code file.tell()}. */
    public long tell() throws IOException {
        return file.tell();
    }

    /** Returns what {@code os.fstat(file.fileno())} needs: the file itself. */
    public BinaryFile fileno() {
        return file;
    }

    @Override
    public InputStream input() {
        return file.input();
    }

    @Override
    public OutputStream output() {
        return file.output();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
