package dev.gangway.http;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a field such as {@code Content-Type}, read as Python's {@code email} package reads them: quoted
 * strings, and extended values in pieces (RFC 2231 §3 and §4).
 */
final class HeaderParameters {
    private static final Pattern CONTINUATION = Pattern.compile("(\\w+)\\*(?:([0-9]+)\\*?)?");

    /** The characters that the name of a character set may have between letters and digits; Python treats them alike. */
    private static final Pattern OTHER_THAN_NAME = Pattern.compile("[^a-z0-9.]+");

    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private final List<Map.Entry<String, Value>> parameters;

    private HeaderParameters(List<Map.Entry<String, Value>> parameters) {
        this.parameters = parameters;
    }

    /**
     * A parameter's value.
     *
     * @param text without quotes; of an extended value the characters stand for octets
     * @param extension null unless the value is extended
     */
    record Value(String text, @Nullable Extension extension) {

        /** The value for {@code get_param}: an extended value is decoded. */
        String asText() {
            return extension == null ? text : asCollapsedText();
        }

        /** The value for {@code collapse_rfc2231_value}, which takes quotes off a second time. */
        String asCollapsedText() {
            if (extension == null) {
                return unquote(text);
            }
            String name = extension.charset();
            Charset charset = name == null ? StandardCharsets.US_ASCII : charset(name);
            return charset == null ? unquote(text) : new String(octets(), charset);
        }

        /** The value for {@code get_content_charset}: the octets are decoded if they can be. */
        String asCharsetName() {
            if (extension == null) {
                return text;
            }
            String name = extension.charset();
            Charset charset = name == null || name.isEmpty() ? StandardCharsets.US_ASCII : charset(name);
            try {
                return charset == null
                        ? text
                        : charset.newDecoder().decode(ByteBuffer.wrap(octets())).toString();
            } catch (CharacterCodingException e) {
                return text;
            }
        }

        /** Python's {@code raw-unicode-escape}: characters above 255 are spelled out. */
        private byte[] octets() {
            StringBuilder latin1 = new StringBuilder(text.length());
            text.codePoints().forEach(c -> {
                if (c <= 0xff) {
                    latin1.append((char) c);
                } else {
                    latin1.append(String.format(Locale.ROOT, c <= 0xffff ? "\\u%04x" : "\\U%08x", c));
                }
            });
            return latin1.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * The beginning of an extended value. Its language is not used.
     *
     * @param charset the name of its character set; null if the value has no two apostrophes
     */
    record Extension(@Nullable String charset) {}

    private record Piece(BigInteger number, String text, boolean encoded) {
        static final Comparator<Piece> IN_ORDER =
                Comparator.comparing(Piece::number).thenComparing(Piece::text).thenComparing(Piece::encoded);
    }

    /** Reads a field value; what stands before the first semicolon is a parameter like any other, as in Python. */
    static HeaderParameters parse(String field) {
        List<String> pieces = split(field);
        List<Map.Entry<String, Value>> plain = new ArrayList<>(pieces.size());
        Map<String, List<Piece>> extended = new LinkedHashMap<>();
        for (String piece : pieces) {
            int equals = piece.indexOf('=');
            String name = equals < 0
                    ? strip(piece)
                    : strip(piece.substring(0, equals)).toLowerCase(Locale.ROOT);
            String value = unquote(equals < 0 ? "" : strip(piece.substring(equals + 1)));
            Matcher continuation = CONTINUATION.matcher(name);
            if (plain.isEmpty() || !continuation.matches()) {
                plain.add(Map.entry(name, new Value(value, null)));
            } else {
                String number = continuation.group(2);
                extended.computeIfAbsent(continuation.group(1), n -> new ArrayList<>(2))
                        .add(new Piece(
                                number == null ? BigInteger.ONE.negate() : new BigInteger(number),
                                value,
                                name.endsWith("*")));
            }
        }
        extended.forEach((name, texts) -> plain.add(Map.entry(name, join(texts))));
        return new HeaderParameters(plain);
    }

    /** Finds a parameter; a plain one comes before an extended one of the same name. */
    @Nullable Value first(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Value> parameter : parameters) {
            if (parameter.getKey().toLowerCase(Locale.ROOT).equals(wanted)) {
                return parameter.getValue();
            }
        }
        return null;
    }

    private static Value join(List<Piece> pieces) {
        pieces.sort(Piece.IN_ORDER);
        StringBuilder text = new StringBuilder();
        boolean extended = false;
        for (Piece piece : pieces) {
            text.append(piece.encoded() ? percentDecoded(piece.text()) : piece.text());
            extended |= piece.encoded();
        }
        if (!extended) {
            return new Value(text.toString(), null);
        }
        String[] parts = text.toString().split("'", 3);
        return parts.length < 3
                ? new Value(text.toString(), new Extension(null))
                : new Value(parts[2], new Extension(parts[0]));
    }

    /** Splits at semicolons outside of quotes, counting quotes as Python does. */
    private static List<String> split(String field) {
        List<String> pieces = new ArrayList<>(4);
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '"' && (i == start || field.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (c == ';' && (!quoted || i == start)) {
                pieces.add(field.substring(start, i));
                start = i + 1;
                quoted = false;
            }
        }
        pieces.add(field.substring(start));
        return pieces;
    }

    private static String unquote(String text) {
        int last = text.length() - 1;
        if (last > 0 && text.charAt(0) == '"' && text.charAt(last) == '"') {
            return text.substring(1, last).replace("\\\\", "\\").replace("\\\"", "\"");
        }
        if (last > 0 && text.charAt(0) == '<' && text.charAt(last) == '>') {
            return text.substring(1, last);
        }
        return text;
    }

    /** Each %XX becomes the character of that number, which stands for the octet. */
    private static String percentDecoded(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int high = text.charAt(i) == '%' && i + 2 < text.length() ? hexDigit(text.charAt(i + 1)) : -1;
            int low = high < 0 ? -1 : hexDigit(text.charAt(i + 2));
            if (low < 0) {
                decoded.append(text.charAt(i));
            } else {
                decoded.append((char) (high * 16 + low));
                i += 2;
            }
        }
        return decoded.toString();
    }

    private static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /** Finds a character set by the names that Python and Java have in common, and the commonest that only Python has. */
    private static @Nullable Charset charset(String name) {
        String normal = OTHER_THAN_NAME.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        normal = EDGES.matcher(normal).replaceAll("");
        try {
            return Charset.forName(normal.equals("latin-1") ? "latin1" : normal);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** Python's {@code str.strip()}, which knows U+0085 and U+00A0 as white space. */
    static String strip(String text) {
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        return stripEnd(text.substring(start));
    }

    /** Python's {@code str.rstrip()}. */
    static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }
}
