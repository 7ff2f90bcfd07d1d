package dev.gangway.standalone.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** A stream of text that tells of each write whether it has failed; {@code System.err} tells only that one once has. */
final class StandardError extends PrintStream {
    private static final PrintStream GIVEN = System.err;
    private static final StandardError OWN = new StandardError(new FileOutputStream(FileDescriptor.err), charset());

    StandardError(OutputStream target, Charset charset) {
        super(target, false, charset);
    }

    /** Returns where this process's errors go: {@code System.err} if a program has replaced it. */
    static PrintStream current() {
        return System.err == GIVEN ? OWN : System.err;
    }

    /** Flushes, and tells whether that or a write since the last call has failed. */
    boolean hasFailed() {
        boolean failed = checkError();
        clearError();
        return failed;
    }

    /** Returns that of {@code System.err}, which Java 17 does not tell. */
    private static Charset charset() {
        String name = System.getProperty("stderr.encoding", System.getProperty("sun.stderr.encoding"));
        return name == null ? Charset.defaultCharset() : Charset.forName(name);
    }
}
