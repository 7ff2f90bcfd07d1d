package dev.gangway.sight;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** Requests where Java Flight Recorder cannot be seen. */
class FlightRecordingTest {
    /** Shows what WildFly shows a web application: the JDK without {@code jdk.jfr}. */
    private static final class WithoutRecorder extends URLClassLoader {
        private WithoutRecorder(URL classes) {
            super(new URL[] {classes}, null);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jdk.jfr.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    @Test
    void requestsAreServedWithoutARecorder() throws Exception {
        URL classes = Served.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new WithoutRecorder(classes)) {
            Class<?> served = loader.loadClass(Served.class.getName());
            assertNotSame(Served.class, served);
            Class<?> metrics = loader.loadClass(Metrics.class.getName());
            assertNull(served.getMethod("begin", metrics, String.class, String.class)
                    .invoke(null, null, "GET", "/"));
        }
    }
}
