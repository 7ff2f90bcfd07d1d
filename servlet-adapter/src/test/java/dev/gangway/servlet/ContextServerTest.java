package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.store.FileStore;
import dev.gangway.host.HandlerConnection;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a container's log gets of what a handler throws. */
class ContextServerTest {
    private final List<Object> logged = new ArrayList<>();

    private Object logged(Throwable error) {
        ServletContext context = Stub.of(ServletContext.class, (method, arguments) -> logged.add(arguments[1]));
        HandlerConnection connection = Stub.of(HandlerConnection.class, (method, arguments) -> null);
        new ContextServer(
                        context,
                        new FileStore(0, Clock.systemUTC()),
                        ContextLog.of(context),
                        new WebappSight(),
                        null,
                        "x",
                        80)
                .handleError(connection, error);
        assertEquals(1, logged.size());
        return logged.get(0);
    }

    @Test
    void isTheErrorItself() {
        Throwable error = new IllegalStateException("fault", new IOException("disk"));
        assertSame(error, logged(error));
    }

    @Test
    void isEscapedWhereAMessageWouldForgeALine() {
        Throwable error = new IllegalStateException("fault", new IOException("a\nb\u001b"));
        Throwable shown = (Throwable) logged(error);
        StringWriter trace = new StringWriter();
        shown.printStackTrace(new PrintWriter(trace, true));
        assertTrue(trace.toString().startsWith("java.lang.IllegalStateException: fault\n\tat "), trace.toString());
        assertTrue(trace.toString().contains("\nCaused by: java.io.IOException: a\\x0ab\\x1b\n"), trace.toString());
        assertFalse(trace.toString().contains("a\nb"), trace.toString());
        assertEquals("java.lang.IllegalStateException: fault", shown.getMessage());
    }
}
