package dev.gangway.http.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Request targets to the bytes of file names, and back, as CPython's file handler on a POSIX system does it.
 *
 * <p>CPython decodes a target to text and the file system encodes that text again, in UTF-8 both times. Which bytes the
 * file system is asked for follows from that:
 *
 * <ul>
 *   <li>{@code %XX} is a byte, and stays a byte as long as the bytes make UTF-8; a percent sign without two hexadecimal
 *       digits is itself.
 *   <li>A byte of the target that is not ASCII (in the text, a character up to U+00FF) is that character, in UTF-8.
 *   <li>{@code %ED%B2%80} to {@code %ED%B3%BF}, the surrogates U+DC80 to U+DCFF, are the single bytes 80 to FF: this is how
 *       a listing links to names that are not UTF-8. All other surrogates are in no file name.
 *   <li>If anywhere between two characters that are not ASCII the bytes are neither UTF-8 nor surrogates, then all that is
 *       not UTF-8, surrogates included, becomes U+FFFD.
 * </ul>
 */
public final class PercentCoding {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};

    private final ByteArrayOutputStream bytes;
    private final boolean replace;
    private boolean isUtf8 = true;
    private boolean isName = true;

    private PercentCoding(int length, boolean replace) {
        bytes = new ByteArrayOutputStream(length);
        this.replace = replace;
    }

    /**
     * Decodes a path as {@code translate_path} does ({@code unquote(path, errors='surrogatepass')}, and if that fails
     * {@code unquote(path)}).
     *
     * @param path a request target without its query, each byte that was received as one character
     * @return the bytes that CPython asks the file system for, which may hold NUL, or any number of slashes; null if it
     *     asks for none because they cannot be encoded
     */
    public static byte @Nullable [] decode(String path) {
        PercentCoding coding = new PercentCoding(path.length(), false);
        coding.decodeAll(path);
        return coding.isUtf8 ? coding.name() : decodeReplacing(path);
    }

    /**
     * Decodes a path as {@code urllib.parse.unquote(path)} does: bytes that are not UTF-8 become U+FFFD.
     *
     * @param path a request target without its query, each byte that was received as one character
     * @return the bytes of the text in UTF-8; null if the path itself holds surrogates that are in no file name
     */
    public static byte @Nullable [] decodeReplacing(String path) {
        PercentCoding coding = new PercentCoding(path.length(), true);
        coding.decodeAll(path);
        return coding.name();
    }

    /**
     * Decodes a path to the bytes that it stands for: those that are encoded, and those that were received as they are.
     *
     * @param path a request target without its query, each byte that was received as one character
     * @return the bytes; a surrogate that stands for a byte, as in the links of a listing, is that byte
     */
    public static byte[] decodeBytes(String path) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            int octet = c == '%' ? octet(path, i) : -1;
            if (octet >= 0) {
                decoded.write(octet);
                i += 2;
            } else if (c <= 0xff) {
                decoded.write(c);
            } else {
                int codePoint = path.codePointAt(i);
                decoded.writeBytes(NameText.encodeLossy(Character.toString(codePoint)));
                i += Character.charCount(codePoint) - 1;
            }
        }
        return withoutSurrogates(decoded.toByteArray());
    }

    private static byte[] withoutSurrogates(byte[] bytes) {
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean surrogate = i + 2 < bytes.length
                    && bytes[i] == (byte) 0xed
                    && (bytes[i + 1] == (byte) 0xb2 || bytes[i + 1] == (byte) 0xb3)
                    && (bytes[i + 2] & 0xc0) == 0x80;
            if (surrogate) {
                bytes[length++] = (byte) ((bytes[i + 1] & 0x03) << 6 | bytes[i + 2] & 0x3f);
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private byte @Nullable [] name() {
        return isName ? bytes.toByteArray() : null;
    }

    private void decodeAll(String path) {
        byte[] run = new byte[path.length()];
        int runLength = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            int octet = c == '%' ? octet(path, i) : -1;
            if (octet >= 0) {
                run[runLength++] = (byte) octet;
                i += 2;
            } else if (c < 0x80) {
                run[runLength++] = (byte) c;
            } else {
                decodeRun(run, runLength);
                runLength = 0;
                int codePoint = path.codePointAt(i);
                character(codePoint);
                i += Character.charCount(codePoint) - 1;
            }
        }
        decodeRun(run, runLength);
    }

    /** The value of %XX at an index; −1 if there are no two digits. */
    private static int octet(String path, int percent) {
        if (percent + 2 >= path.length()) {
            return -1;
        }
        int high = hexDigit(path.charAt(percent + 1));
        int low = hexDigit(path.charAt(percent + 2));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /** Decodes and encodes again what stands between two characters that are not ASCII. */
    private void decodeRun(byte[] run, int length) {
        for (int i = 0; i < length; ) {
            int sequence = Utf8.sequence(run, i, length, !replace);
            if (sequence > 0) {
                if (Utf8.isSurrogate(run, i, sequence)) {
                    surrogate(0xd000 | ((run[i + 1] & 0x3f) << 6) | (run[i + 2] & 0x3f));
                } else {
                    bytes.write(run, i, sequence);
                }
            } else {
                isUtf8 = false;
                bytes.writeBytes(REPLACEMENT);
            }
            i += Math.abs(sequence);
        }
    }

    private void character(int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            surrogate(c);
        } else {
            bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void surrogate(int c) {
        isName &= c >= 0xdc80 && c <= 0xdcff;
        bytes.write(c & 0xff);
    }

    /**
     * Encodes a file name for a link, as {@code list_directory} does ({@code urllib.parse.quote(name,
     * errors='surrogatepass')}). A byte that is not part of UTF-8 is written as the surrogate that {@link #decode} takes
     * for it, {@code %ED%B3%BF} for FF.
     *
     * @param name the bytes of a file name
     * @return the name with everything but ASCII letters, digits, {@code _.-~} and the slash as {@code %XX}
     */
    public static String quote(byte[] name) {
        StringBuilder text = new StringBuilder(name.length + 16);
        for (int i = 0; i < name.length; ) {
            int sequence = Utf8.sequence(name, i, name.length, false);
            for (int end = i + Math.abs(sequence); i < end; i++) {
                int octet = name[i] & 0xff;
                if (sequence < 0) {
                    percent(text, 0xed);
                    percent(text, 0xb0 | (octet >> 6));
                    percent(text, 0x80 | (octet & 0x3f));
                } else if (isSafe(octet)) {
                    text.append((char) octet);
                } else {
                    percent(text, octet);
                }
            }
        }
        return text.toString();
    }

    private static void percent(StringBuilder text, int octet) {
        HEX.toHexDigits(text.append('%'), (byte) octet);
    }

    private static boolean isSafe(int octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '/' && octet <= '9')
                || octet == '_'
                || octet == '.'
                || octet == '-'
                || octet == '~';
    }
}
