package dev.gangway.handler.text;

import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.PythonText;
import java.util.Arrays;
import java.util.IllegalFormatException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The formats of {@code logMessage}: those of {@link java.util.Formatter}, and Python's {@code %r}, {@code %i} and
 * {@code %u}.
 *
 * <p>Values that Python knows look as in Python: an {@link HTTPStatus} is its number, null is {@code None}, a boolean
 * {@code True} or {@code False}. {@code %d} takes any value and shows one that is no number as {@code %s} does. {@code %r}
 * quotes a text and writes a {@link Throwable} as {@code Name('message')}.
 */
public final class LogFormat {
    /** Made when a format first needs it, which none of the server's own does. */
    private static final class Piece {
        static final Pattern PATTERN =
                Pattern.compile("%(?:(\\d{1,5})\\$)?([-#+ 0,(<]*)(\\d{1,5})?(\\.\\d{1,5})?([tT]?[a-zA-Z%])");
    }

    private final String format;
    private final @Nullable Object[] arguments;
    private final StringBuilder text;
    private int next;
    private int last = -1;

    private LogFormat(String format, @Nullable Object[] arguments) {
        this.format = format;
        this.arguments = arguments;
        text = new StringBuilder(format.length() + 64);
    }

    /**
     * Fills in a format. It never throws: a log must not fail the request that it tells about.
     *
     * @param format the format; if it is malformed or asks for more arguments than there are, the result is the format
     *     itself, then the arguments
     * @param arguments the values; those that the format does not use are left out. No array at all, which is what Java
     *     makes of a single {@code null}, counts as one null
     * @return the message
     */
    public static String format(String format, @Nullable Object @Nullable ... arguments) {
        @Nullable Object[] values = arguments == null ? new @Nullable Object[] {null} : arguments;
        try {
            return new LogFormat(format, values).fill();
        } catch (IllegalFormatException | MalformedException e) {
            StringBuilder text = new StringBuilder(format);
            for (Object argument : values) {
                text.append(' ').append(shown(argument));
            }
            return text.toString();
        }
    }

    private String fill() throws MalformedException {
        int position = 0;
        int percent;
        while ((percent = format.indexOf('%', position)) >= 0) {
            text.append(format, position, percent);
            char conversion = percent + 1 < format.length() ? format.charAt(percent + 1) : 0;
            switch (conversion) {
                case '%':
                    text.append('%');
                    break;
                case 's':
                    text.append(shown(argument(next++)));
                    break;
                case 'd':
                case 'i':
                case 'u':
                    text.append(number(argument(next++)));
                    break;
                case 'r':
                    text.append(repr(argument(next++)));
                    break;
                default:
                    position = piece(percent);
                    continue;
            }
            position = percent + 2;
        }
        return text.append(format, position, format.length()).toString();
    }

    /** A piece with more than a letter in it, or with a letter that only Java knows. */
    private int piece(int start) throws MalformedException {
        Matcher piece = Piece.PATTERN.matcher(format).region(start, format.length());
        if (!piece.lookingAt()) {
            throw new MalformedException();
        }
        String flags = piece.group(2);
        String width = orEmpty(piece.group(3));
        String precision = orEmpty(piece.group(4));
        String conversion = orEmpty(piece.group(5));
        if (conversion.equals("%") || conversion.equals("n")) {
            text.append(String.format(Locale.ROOT, "%" + flags + width + precision + conversion));
            return piece.end();
        }
        Object argument = argument(index(piece.group(1), flags));
        flags = flags.replace("<", "");
        switch (conversion) {
            case "r":
                argument = repr(argument);
                conversion = "s";
                break;
            case "s":
                argument = shown(argument);
                break;
            case "d":
            case "i":
            case "u":
                argument = number(argument);
                conversion = argument instanceof Number ? "d" : "s";
                break;
            default:
                argument = argument instanceof HTTPStatus ? ((HTTPStatus) argument).value() : argument;
        }
        if (conversion.equals("s")) {
            flags = flags.replaceAll("[^-]", "");
        }
        text.append(String.format(Locale.ROOT, "%" + flags + width + precision + conversion, argument));
        return piece.end();
    }

    private int index(@Nullable String number, String flags) {
        if (flags.indexOf('<') >= 0) {
            return last;
        }
        return number == null ? next++ : Integer.parseInt(number) - 1;
    }

    private @Nullable Object argument(int index) throws MalformedException {
        if (index < 0 || index >= arguments.length) {
            throw new MalformedException();
        }
        last = index;
        return arguments[index];
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Formats for {@code %d}: a whole number if the value is one, else text. */
    private static Object number(@Nullable Object value) {
        if (value instanceof HTTPStatus status) {
            return status.value();
        }
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).longValue();
        }
        return value instanceof Number ? value : shown(value);
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value == null) {
            return "None";
        }
        if (value instanceof HTTPStatus status) {
            return Integer.toString(status.value());
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return value instanceof Object[] array ? Arrays.toString(array) : safely(value);
    }

    private static String repr(@Nullable Object value) {
        if (value instanceof String text) {
            return PythonText.repr(text);
        }
        if (value instanceof Throwable error) {
            String message = error.getMessage();
            return value.getClass().getSimpleName() + "(" + (message == null ? "" : PythonText.repr(message)) + ")";
        }
        if (value instanceof HTTPStatus status) {
            return "<HTTPStatus." + status.name() + ": " + status.value() + ">";
        }
        return shown(value);
    }

    /** A value whose {@code toString} fails is shown by its class. */
    private static String safely(Object value) {
        try {
            return String.valueOf(value.toString());
        } catch (RuntimeException e) {
            return value.getClass().getName();
        }
    }

    /** The format cannot be filled in; never leaves this class. */
    private static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedException() {
            super(null, null, false, false);
        }
    }
}
