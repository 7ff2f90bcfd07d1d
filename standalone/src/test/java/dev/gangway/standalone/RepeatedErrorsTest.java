package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.standalone.log.RepeatedErrors;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RepeatedErrorsTest {
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);

    private final RepeatedErrors errors = new RepeatedErrors();

    private static Exception fault(String message) {
        return new IllegalStateException(message);
    }

    @Test
    void theFirstTenAreLoggedAndTheOthersCounted() {
        for (int i = 0; i < 35; i++) {
            assertEquals(i < 10, errors.admits(fault("message " + i), 0), "number " + i);
        }
        assertEquals(List.of(), errors.takeSummary(WINDOW - 1));
        List<String> lines = errors.takeSummary(WINDOW);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith("gangway: 25 more of java.lang.IllegalStateException at "), lines.get(0));
        assertTrue(errors.admits(fault("again"), WINDOW));
    }

    @Test
    void errorsFromElsewhereAreLogged() {
        for (int i = 0; i < 11; i++) {
            errors.admits(fault("often"), 0);
        }
        assertTrue(errors.admits(new IllegalStateException("elsewhere"), 0));
        assertTrue(errors.admits(new AssertionError("another"), 0));
    }

    @Test
    void doesNotGrowWithoutBound() {
        int logged = 0;
        for (int i = 0; i < 200; i++) {
            Exception error = fault("x");
            error.setStackTrace(new StackTraceElement[] {new StackTraceElement("Generated" + i, "run", null, -1)});
            logged += errors.admits(error, 0) ? 1 : 0;
        }
        assertEquals(100, logged);
    }

    @Test
    void aClientThatMakesAHandlerFailDoesNotFillTheLog() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> {
                    throw new IllegalStateException("fault");
                }))
                .started()) {
            for (int i = 0; i < 30; i++) {
                assertEquals("", server.ask("?\n"));
            }
            while (server.connectionCount() > 0) {
                Thread.onSpinWait();
            }
            assertEquals(10, server.logged.size());
            assertFalse(server.logged.stream().anyMatch(line -> !line.contains("fault")));
        }
    }

    @Test
    void whoServesOneAfterTheOtherIsToldTheCountToo() throws Exception {
        IllegalStateException fault = new IllegalStateException("fault");
        try (TestServer server = TestServer.oneByOne(Handlers.afterLine(connection -> {
            throw fault;
        }))) {
            for (int i = 0; i < 35; i++) {
                server.repeatedErrors().admits(fault, System.nanoTime() - WINDOW);
            }
            try (SocketClient client = server.connect()) {
                client.send("?\n");
                server.handleRequest();
            }
            assertTrue(server.nextLog().startsWith("gangway: 25 more of java.lang.IllegalStateException at "));
            assertTrue(server.nextLog().contains("IllegalStateException: fault"), "errors are logged again");
        }
    }

    /** The errors end while no connection is accepted. */
    @Test
    void theCountIsToldWhenTheNextConnectionIsServed() throws Exception {
        try (TestServer server = TestServer.oneByOne(Handlers.saying("hi"))) {
            for (int i = 0; i < 12; i++) {
                server.repeatedErrors().admits(fault("fault"), System.nanoTime() - WINDOW);
            }
            try (SocketClient client = server.connect()) {
                client.send("?\n");
                server.handleRequest();
                assertEquals("hi", client.read(2));
            }
            assertTrue(server.nextLog().startsWith("gangway: 2 more of java.lang.IllegalStateException at "));
        }
    }
}
