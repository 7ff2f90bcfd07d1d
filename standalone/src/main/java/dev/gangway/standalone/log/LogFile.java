package dev.gangway.standalone.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that lines are appended to. It can be opened again, after a program such as logrotate has moved it. A line that cannot be written
 * fails no request; it is counted, and the count is written with the next one that can. Any thread may use it.
 */
public final class LogFile {
    private final Path path;
    private @Nullable OutputStream out;
    private long lost;

    private LogFile(Path path, OutputStream out) {
        this.path = path;
        this.out = out;
    }

    /**
     * Opens a file.
     *
     * @param path the file, made if it is not there
     * @return the open file
     * @throws IOException if it cannot be written
     */
    public static LogFile open(Path path) throws IOException {
        return new LogFile(path, append(path));
    }

    private static OutputStream append(Path path) throws IOException {
        return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Writes a line.
     *
     * @param line the line without its end
     */
    public synchronized void log(String line) {
        try {
            OutputStream stream = out == null ? append(path) : out;
            out = stream;
            String before = lost == 0 ? "" : "gangway: " + lost + " log lines were lost\n";
            stream.write((before + line + "\n").getBytes(StandardCharsets.UTF_8));
            lost = 0;
        } catch (IOException e) {
            lost++;
        }
    }

    /** Closes the file, and opens the file at its path anew for the next line. */
    public synchronized void reopen() {
        OutputStream old = out;
        out = null;
        try {
            if (old != null) {
                old.close();
            }
        } catch (IOException e) {
            // The written lines are out.
        }
    }
}
