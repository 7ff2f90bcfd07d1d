package dev.gangway.handler.text;

import dev.gangway.http.syntax.PythonText;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code template % dict}: {@code %(name)s} and its like, with flags, width and precision, and {@code %%}.
 *
 * <p>Values are texts and whole numbers. The conversions are {@code s r a c d i u o x X e E f F}.
 */
final class PercentFormat {
    private final String template;
    private final Map<String, ?> values;
    private final StringBuilder text;
    private int position;

    private PercentFormat(String template, Map<String, ?> values) {
        this.template = template;
        this.values = values;
        text = new StringBuilder(template.length() + 128);
    }

    /**
     * Fills in a template.
     *
     * @param template the template
     * @param values a {@code String}, {@code Integer} or {@code Long} for each name
     * @return the text
     * @throws IllegalArgumentException if a piece of the template, which the message shows, is malformed, has no value or
     *     does not fit its value
     */
    static String format(String template, Map<String, ?> values) {
        return new PercentFormat(template, values).fill();
    }

    private String fill() {
        while (position < template.length()) {
            int percent = template.indexOf('%', position);
            if (percent < 0) {
                text.append(template, position, template.length());
                break;
            }
            text.append(template, position, percent);
            position = percent + 1;
            if (peek(percent) == '%') {
                position++;
                text.append('%');
            } else {
                piece(percent);
            }
        }
        return text.toString();
    }

    /** One piece, from its percent sign to the letter of its conversion. */
    private void piece(int start) {
        Object value = value(start);
        int flagsStart = position;
        while ("-+ #0".indexOf(peek(start)) >= 0) {
            position++;
        }
        String flags = template.substring(flagsStart, position);
        int width = number(start);
        int precision = -1;
        if (peek(start) == '.') {
            position++;
            precision = Math.max(number(start), 0);
        }
        if ("hlL".indexOf(peek(start)) >= 0) {
            position++;
        }
        char conversion = peek(start);
        if (value == null) {
            throw malformed(start, "has no name in parentheses");
        }
        convert(start, conversion, value, new PercentLayout(flags, width, precision));
        position++;
    }

    private @Nullable Object value(int start) {
        if (peek(start) != '(') {
            return null;
        }
        int nameStart = ++position;
        for (int open = 1; open > 0; position++) {
            char c = peek(start);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        Object value = values.get(template.substring(nameStart, position - 1));
        if (value == null) {
            throw malformed(start, "names no value");
        }
        return value;
    }

    private int number(int start) {
        int numberStart = position;
        while (peek(start) >= '0' && peek(start) <= '9') {
            position++;
        }
        if (position - numberStart > 5) {
            throw malformed(start, "is too wide");
        }
        return position == numberStart ? -1 : Integer.parseInt(template.substring(numberStart, position));
    }

    private char peek(int start) {
        if (position == template.length()) {
            throw malformed(start, "is incomplete");
        }
        return template.charAt(position);
    }

    private void convert(int start, char conversion, Object value, PercentLayout layout) {
        switch (conversion) {
            case 's':
                layout.text(text, value.toString());
                break;
            case 'r':
                layout.text(text, value instanceof String string ? PythonText.repr(string) : value.toString());
                break;
            case 'a':
                layout.text(text, value instanceof String string ? PythonText.ascii(string) : value.toString());
                break;
            case 'c':
                layout.withoutPrecision().text(text, character(start, value));
                break;
            case 'd':
            case 'i':
            case 'u':
                layout.integer(text, integer(start, value), 10, "");
                break;
            case 'o':
                layout.integer(text, integer(start, value), 8, "0o");
                break;
            case 'x':
                layout.integer(text, integer(start, value), 16, "0x");
                break;
            case 'X':
                StringBuilder hex = new StringBuilder();
                layout.integer(hex, integer(start, value), 16, "0x");
                text.append(hex.toString().toUpperCase(Locale.ROOT));
                break;
            case 'e':
            case 'E':
            case 'f':
            case 'F':
                layout.decimal(text, integer(start, value), conversion);
                break;
            default:
                throw malformed(start, "has an unknown conversion");
        }
    }

    private String character(int start, Object value) {
        if (value instanceof String string) {
            if (string.codePointCount(0, string.length()) == 1) {
                return string;
            }
        } else if (integer(start, value) >= 0 && integer(start, value) <= Character.MAX_CODE_POINT) {
            return Character.toString((int) integer(start, value));
        }
        throw malformed(start, "needs one character");
    }

    private long integer(int start, Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw malformed(start, "needs a number");
    }

    private IllegalArgumentException malformed(int start, String what) {
        String piece = template.substring(start, Math.min(position + 1, template.length()));
        return new IllegalArgumentException("'" + piece + "' at index " + start + " of the format " + what);
    }
}
