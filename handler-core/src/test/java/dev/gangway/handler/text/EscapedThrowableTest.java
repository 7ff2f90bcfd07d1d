package dev.gangway.handler.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class EscapedThrowableTest {
    private static final String FORGED = "a\nb\u001b\u009b\\";
    private static final String ESCAPED = "a\\x0ab\\x1b\\x9b\\\\";

    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** The causes go round in a circle. */
    private static Throwable nested(String message) {
        IOException inner = new IOException();
        IllegalStateException outer = new IllegalStateException(message, inner);
        inner.initCause(outer);
        inner.addSuppressed(new IOException(message, new AssertionError()));
        outer.addSuppressed(new IOException("plain"));
        return outer;
    }

    @Test
    void looksAsJavaPrintsItButForTheMessages() {
        Throwable error = nested(FORGED);
        Throwable shown = EscapedThrowable.of(error);
        assertNotSame(error, shown);
        assertEquals(trace(error).replace(FORGED, ESCAPED), trace(shown));
    }

    @Test
    void isTheSameWhereNothingIsToBeEscaped() {
        Throwable error = nested("harmless");
        assertSame(error, EscapedThrowable.of(error));
    }
}
