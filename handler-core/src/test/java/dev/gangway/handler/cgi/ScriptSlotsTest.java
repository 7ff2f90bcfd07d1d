package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.gangway.host.HandlerServer;
import dev.gangway.host.MemoryHost;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScriptSlotsTest {
    private final HandlerServer server = new MemoryHost(() -> connection -> {});

    /** Its host may hold the lock of the object for as long as it likes. */
    @Test
    void doesNotWaitForTheLockOfTheServer() throws Exception {
        synchronized (server) {
            CompletableFuture.supplyAsync(() -> ScriptSlots.of(server, 1)).get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void areTheSameForEveryHandlerOfAServer() throws Exception {
        List<CompletableFuture<ScriptSlots>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(CompletableFuture.supplyAsync(() -> ScriptSlots.of(server, 1)));
        }
        for (CompletableFuture<ScriptSlots> slots : asked) {
            assertSame(ScriptSlots.of(server, 2), slots.get(10, TimeUnit.SECONDS));
        }
        assertNotSame(ScriptSlots.of(new MemoryHost(() -> connection -> {}), 1), ScriptSlots.of(server, 1));
    }
}
