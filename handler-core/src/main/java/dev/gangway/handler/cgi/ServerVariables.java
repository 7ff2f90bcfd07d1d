package dev.gangway.handler.cgi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server's own variables in bytes, of which Java gives a text that may not tell all of them. */
final class ServerVariables {
    private final Map<String, byte[]> lines;

    ServerVariables() {
        lines = read(Path.of("/proc/self/environ"));
    }

    /** Keeps those alone that are not ASCII. */
    private static Map<String, byte[]> read(Path file) {
        Map<String, byte[]> lines = new HashMap<>();
        try {
            for (String line :
                    Files.readString(file, StandardCharsets.ISO_8859_1).split("\0", -1)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !isAscii(line)) {
                    lines.put(line.substring(0, equals), line.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            // Then Java's texts have to do.
        }
        return lines;
    }

    /**
     * Returns a variable as the server has it.
     *
     * @param name its name
     * @param value the value that a script is to have
     * @return name and value, as {@code NAME=value}; null if the server has no such variable, or the text tells all of it
     */
    byte @Nullable [] line(String name, String value) {
        return !lines.isEmpty() && value.equals(System.getenv(name)) ? lines.get(name) : null;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
