package dev.gangway.handler.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * File names as text, and back, without loss: UTF-8 where a name is UTF-8, and a lone surrogate U+DC80 to U+DCFF for
 * each byte that is not (Python's {@code surrogateescape}).
 *
 * <p>A name as text is always told apart from another: no decoder gives lone surrogates otherwise.
 */
final class NameText {
    private static final int ESCAPE = 0xDC00;

    private NameText() {}

    /** Returns whether a character stands for a byte that is not UTF-8; meaningful only outside a surrogate pair. */
    static boolean isEscape(int codePoint) {
        return codePoint >= 0xDC80 && codePoint <= 0xDCFF;
    }

    /** Decodes the bytes of a name. */
    static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int length = Utf8.sequence(bytes, at, bytes.length);
            if (length > 0) {
                text.appendCodePoint(Utf8.codePoint(bytes, at, length));
                at += length;
            } else {
                text.append((char) (ESCAPE | (bytes[at] & 0xff)));
                at++;
            }
        }
        return text.toString();
    }

    /** Encodes a name; null if it holds a lone surrogate that stands for no byte. */
    static byte @Nullable [] encode(String text) {
        return isPlain(text) ? text.getBytes(StandardCharsets.UTF_8) : encode(text, -1);
    }

    /** Encodes text for display, with a question mark for what cannot be encoded. */
    static byte[] encodeLossy(String text) {
        byte[] bytes = isPlain(text) ? text.getBytes(StandardCharsets.UTF_8) : encode(text, '?');
        return bytes == null ? new byte[0] : bytes;
    }

    /** Whether the text has no surrogate at all: then any encoder does. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] encode(String text, int replacement) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 64);
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                at += Character.charCount(c);
                continue;
            }
            bytes.writeBytes(text.substring(start, at).getBytes(StandardCharsets.UTF_8));
            if (isEscape(c)) {
                bytes.write(c & 0xff);
            } else if (replacement < 0) {
                return null;
            } else {
                bytes.write(replacement);
            }
            start = ++at;
        }
        bytes.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
