package dev.gangway.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes as lines of ASCII that survive any editor: {@code \r \n \t \\}, {@code \x9b} for a byte and {@code \{300*a}} for
 * a run of one byte. A line ends behind each LF of the data and stands for nothing itself.
 */
public final class ByteText {
    private static final int SHORTEST_RUN = 40;
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:x([0-9a-f]{2})|\\{(\\d+)\\*(?:\\\\x([0-9a-f]{2})|\\\\([rnt\\\\])|(.))\\}|([rnt\\\\]))");
    private static final Map<Character, Byte> NAMED =
            Map.of('r', (byte) '\r', 'n', (byte) '\n', 't', (byte) '\t', '\\', (byte) '\\');

    private ByteText() {}

    /** Writes bytes as lines of text. */
    public static List<String> escape(byte[] data) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int at = 0;
        while (at < data.length) {
            byte value = data[at];
            int end = at + 1;
            while (end < data.length && data[end] == value) {
                end++;
            }
            if (end - at >= SHORTEST_RUN) {
                line.append("\\{")
                        .append(end - at)
                        .append('*')
                        .append(escape(value))
                        .append('}');
                at = end;
                continue;
            }
            line.append(escape(value));
            at++;
            if (value == '\n') {
                lines.add(protect(line.toString()));
                line.setLength(0);
            }
        }
        if (line.length() > 0) {
            lines.add(protect(line.toString()));
        }
        return lines;
    }

    /** Reads one line of text. */
    public static byte[] unescape(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(line.length());
        Matcher escapes = ESCAPE.matcher(line);
        int at = 0;
        while (escapes.find()) {
            out.writeBytes(ascii(line.substring(at, escapes.start())));
            at = escapes.end();
            if (escapes.group(1) != null) {
                out.write(Integer.parseInt(escapes.group(1), 16));
            } else if (escapes.group(6) != null) {
                out.write(NAMED.get(escapes.group(6).charAt(0)));
            } else {
                byte[] run = new byte[Integer.parseInt(escapes.group(2))];
                Arrays.fill(run, repeated(escapes));
                out.writeBytes(run);
            }
        }
        out.writeBytes(ascii(line.substring(at)));
        return out.toByteArray();
    }

    /** Reads lines of text. */
    public static byte[] unescape(List<String> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.forEach(line -> out.writeBytes(unescape(line)));
        return out.toByteArray();
    }

    private static byte repeated(Matcher run) {
        if (run.group(3) != null) {
            return (byte) Integer.parseInt(run.group(3), 16);
        }
        return run.group(4) != null
                ? NAMED.get(run.group(4).charAt(0))
                : (byte) run.group(5).charAt(0);
    }

    private static byte[] ascii(String text) {
        if (text.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("not an escape: " + text);
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String escape(byte value) {
        return switch (value) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\\' -> "\\\\";
            default ->
                value >= 0x20 && value < 0x7f ? String.valueOf((char) value) : String.format("\\x%02x", value & 0xff);
        };
    }

    private static String protect(String line) {
        String safe = line.startsWith("---") ? "\\x2d" + line.substring(1) : line;
        return safe.endsWith(" ") ? safe.substring(0, safe.length() - 1) + "\\x20" : safe;
    }
}
