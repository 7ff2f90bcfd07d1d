package dev.gangway.standalone;

import java.nio.charset.StandardCharsets;

/** The ways to speak the wrong protocol to a port. */
enum Mistake {
    /** It speaks TLS to a server that does not. */
    TLS(
            "began a TLS handshake, but port %d speaks plain HTTP",
            "This port speaks plain HTTP. Use http:// instead of https://."),
    /** It does not speak TLS to a server that does. */
    NO_TLS("sent a plain request, but port %d speaks TLS", "This port speaks TLS. Use https:// instead of http://."),
    /** It is a proxy that should speak the PROXY protocol, and does not. */
    NO_PROXY_HEADER("sent no good PROXY header to port %d", ""),
    /** Its handshake does not come to an end. */
    HANDSHAKE("failed in the TLS handshake on port %d", "");

    private static final int TLS_HANDSHAKE = 0x16;

    private final String text;
    private final String advice;

    Mistake(String text, String advice) {
        this.text = text;
        this.advice = advice;
    }

    /** Returns the predicate of a sentence. */
    String text(int port) {
        return String.format(text, port);
    }

    /** Returns a response in the clear that tells the client. */
    byte[] response() {
        String content = advice + "\n";
        return ("HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                        + content.length() + "\r\nConnection: close\r\n\r\n" + content)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Tells whether what comes instead of a request is a TLS record with a handshake (RFC 8446 §5.1); no method begins so. */
    static boolean isTls(byte first) {
        return first == TLS_HANDSHAKE;
    }

    /** Tells whether what comes instead of a TLS record is a request, whose method begins with a letter. */
    static boolean isRequest(byte first) {
        return first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z';
    }
}
