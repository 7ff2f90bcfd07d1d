package dev.gangway.standalone;

import java.nio.ByteBuffer;

/** Tells from the first bytes whether a request can be served without waiting for the rest of it. */
final class RequestBeginning {
    private static final byte[][] METHODS = {{'G', 'E', 'T', ' '}, {'H', 'E', 'A', 'D', ' '}};

    private RequestBeginning() {}

    /** Tells whether a request for GET or HEAD has a whole header section, so that most likely nothing is missing. */
    static boolean isWhole(ByteBuffer bytes) {
        return isRead(bytes) && hasBlankLine(bytes);
    }

    private static boolean isRead(ByteBuffer bytes) {
        for (byte[] method : METHODS) {
            if (bytes.remaining() > method.length
                    && bytes.slice(bytes.position(), method.length).equals(ByteBuffer.wrap(method))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBlankLine(ByteBuffer bytes) {
        int lineLength = 0;
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            byte b = bytes.get(i);
            if (b == '\n') {
                if (lineLength == 0) {
                    return true;
                }
                lineLength = 0;
            } else if (b != '\r') {
                lineLength++;
            }
        }
        return false;
    }
}
