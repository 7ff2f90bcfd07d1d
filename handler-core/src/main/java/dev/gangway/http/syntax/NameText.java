package dev.gangway.http.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * File names as text, and back, without loss: UTF-8 where a name is UTF-8, and a lone surrogate U+DC80 to U+DCFF for
 * each byte that is not (Python's {@code surrogateescape}).
 *
 * <p>A name as text is always told apart from another: UTF-8 itself never gives a lone surrogate.
 */
public final class NameText {
    private static final int ESCAPE = 0xDC00;

    private NameText() {}

    /**
     * Tells whether a text is Unicode: no character in it stands for a byte.
     *
     * @param text a name
     * @return false if there is a lone surrogate
     */
    public static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (isSurrogate(text.codePointAt(i))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /**
     * Decodes a name.
     *
     * @param bytes a name, in UTF-8 or not
     * @return the name as text
     */
    public static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, text, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                text.put((char) (ESCAPE | (in.get() & 0xff)));
            }
            result = decoder.reset().decode(in, text, true);
        }
        return text.flip().toString();
    }

    /**
     * Encodes a name.
     *
     * @param text a name as text
     * @return its bytes; null if the text has a lone surrogate that stands for no byte
     */
    public static byte @Nullable [] encode(String text) {
        return isUnicode(text) ? text.getBytes(StandardCharsets.UTF_8) : encode(text, -1);
    }

    /**
     * Encodes a text for display.
     *
     * @param text any text
     * @return its bytes, with a question mark in place of a lone surrogate that stands for no byte
     */
    public static byte[] encodeLossy(String text) {
        byte[] bytes = isUnicode(text) ? text.getBytes(StandardCharsets.UTF_8) : encode(text, '?');
        return bytes == null ? new byte[0] : bytes;
    }

    private static byte @Nullable [] encode(String text, int replacement) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 64);
        int start = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int c = text.codePointAt(at);
            if (!isSurrogate(c)) {
                continue;
            }
            boolean escape = c >= 0xDC80 && c <= 0xDCFF;
            if (!escape && replacement < 0) {
                return null;
            }
            bytes.writeBytes(text.substring(start, at).getBytes(StandardCharsets.UTF_8));
            bytes.write(escape ? c & 0xff : replacement);
            start = at + 1;
        }
        bytes.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
