package dev.gangway.contract;

import java.nio.charset.StandardCharsets;

/**
 * Messages as one readable line: text in ISO-8859-1, in which {@code ~} stands for CR LF, and {@code <CR>}, {@code <LF>}, {@code
 * <NUL>}, {@code <SP>} and {@code <HT>} for one byte each.
 */
public final class MessageText {
    private MessageText() {}

    /** Returns the bytes of a message. */
    public static byte[] bytes(String message) {
        return message.replace("~", "\r\n")
                .replace("<CR>", "\r")
                .replace("<LF>", "\n")
                .replace("<NUL>", "\0")
                .replace("<SP>", " ")
                .replace("<HT>", "\t")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
