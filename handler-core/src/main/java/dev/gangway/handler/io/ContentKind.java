package dev.gangway.handler.io;

/** How the content of a response ends (RFC 9112 §6.3, for the sender). */
enum ContentKind {
    /** There is none, by rule: HEAD, 204, 304. */
    NONE,
    /** After as many bytes as the head has promised. */
    FIXED,
    /** With the last chunk, which the handler writes. */
    CHUNKED,
    /** Where the connection ends. */
    UNTIL_CLOSE
}
