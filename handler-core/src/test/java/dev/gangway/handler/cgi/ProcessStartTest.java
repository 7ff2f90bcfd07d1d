package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessStartTest {
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs cat")
    void leavesNoThreadThatHoldsTheClassLoaderOfAWebApplication() throws IOException {
        Set<Thread> before = reapers();
        List<CgiProcess> scripts = new ArrayList<>();
        try (URLClassLoader webApplication = new URLClassLoader(new URL[0])) {
            Thread thread = Thread.currentThread();
            ClassLoader own = thread.getContextClassLoader();
            thread.setContextClassLoader(webApplication);
            try {
                // One more at once than there are threads that wait for the end of a process: another is made.
                for (int i = 0; i <= before.size(); i++) {
                    scripts.add(CgiProcess.start(List.of("cat"), Map.of(), null));
                }
                assertSame(webApplication, thread.getContextClassLoader());
            } finally {
                thread.setContextClassLoader(own);
            }
            Set<Thread> made = reapers();
            made.removeAll(before);
            assertFalse(made.isEmpty());
            made.forEach(reaper -> assertNotSame(webApplication, reaper.getContextClassLoader(), reaper.getName()));
        } finally {
            for (CgiProcess script : scripts) {
                script.close();
            }
        }
    }

    private static Set<Thread> reapers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("process reaper"))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
