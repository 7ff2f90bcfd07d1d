package dev.gangway.benchmarks.subjects;

import java.nio.charset.StandardCharsets;

/** The content that the handlers of all subjects answer with. */
final class Content {
    /** The path of the dynamic handler. */
    static final String HELLO_PATH = "/hello";

    /** Thirteen bytes. */
    static final byte[] HELLO = "Hello, World!".getBytes(StandardCharsets.US_ASCII);

    private Content() {}
}
