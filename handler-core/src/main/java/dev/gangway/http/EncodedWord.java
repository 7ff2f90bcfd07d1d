package dev.gangway.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** Text that is not ASCII, written for a header field as RFC 2047 §2 has it. */
final class EncodedWord {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private EncodedWord() {}

    /** Returns the text itself if it is ASCII, else one encoded word in UTF-8: of the two encodings the shorter. */
    static String ifNeeded(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        String quoted = quoted(bytes);
        return base64.length() < quoted.length() ? "=?utf-8?b?" + base64 + "?=" : "=?utf-8?q?" + quoted + "?=";
    }

    private static String quoted(byte[] bytes) {
        StringBuilder quoted = new StringBuilder(bytes.length * 2);
        for (byte b : bytes) {
            char c = (char) (b & 0xff);
            if (c == ' ') {
                quoted.append('_');
            } else if (isSafe(c)) {
                quoted.append(c);
            } else {
                HEX.toHexDigits(quoted.append('='), b);
            }
        }
        return quoted.toString();
    }

    private static boolean isSafe(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || "-!*+/".indexOf(c) >= 0;
    }
}
