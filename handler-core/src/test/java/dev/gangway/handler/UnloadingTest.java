package dev.gangway.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.fail;

import dev.gangway.testing.HandlerTester;
import dev.gangway.testing.TestRequest;
import dev.gangway.testing.TestResponse;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Handlers in a class loader of their own, as a web application has one: it must go when the application does. */
class UnloadingTest {
    private static final int COLLECTIONS = 50;
    private static final long BETWEEN_COLLECTIONS_MILLIS = 100;

    private @TempDir Path directory;

    /** A file server, asked for this and that. */
    public record FileServer(Path directory) implements Callable<String> {
        @Override
        public String call() throws IOException {
            HandlerTester tester = HandlerTester.of(() -> {
                SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler();
                handler.protocolVersion("HTTP/1.1");
                handler.directory(directory);
                return handler;
            });
            String file = "/module-info.java";
            TestResponse whole = tester.get(file).send();
            String tag = String.valueOf(whole.header("ETag"));
            String modified = String.valueOf(whole.header("Last-Modified"));
            StringBuilder statuses = new StringBuilder();
            for (TestRequest request : List.of(
                    tester.get("/dev/"),
                    tester.get("/dev/"),
                    tester.get("/dev"),
                    tester.get("/none"),
                    tester.get(file).header("If-None-Match", tag),
                    tester.get(file).header("If-Match", "\"other\", " + tag),
                    tester.get(file).header("If-Match", "\"other\""),
                    tester.get(file).header("If-Modified-Since", modified),
                    tester.get(file).header("Range", "bytes=1-2,9-10"),
                    tester.get(file).header("Range", "bytes=1-2").header("If-Range", tag),
                    tester.post(file).body("content"))) {
                statuses.append(request.send().status()).append(' ');
            }
            return statuses.toString();
        }
    }

    /** A server of scripts. */
    public record ScriptServer(Path directory) implements Callable<String> {
        @Override
        public String call() throws IOException {
            HandlerTester tester = HandlerTester.of(() -> {
                CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler();
                handler.directory(directory);
                handler.cgiUser("none");
                handler.cgiMode("rfc3875");
                return handler;
            });
            return tester.post("/cgi-bin/script.sh").body("content").send().text();
        }
    }

    @Test
    void filesAndListingsHoldNothing() throws Exception {
        // Sources, because they have been there for some time: a listing is only kept of a directory that has rested.
        assertUnloads(FileServer.class, Path.of("src/main/java"), "200 200 301 404 304 200 412 304 206 206 501 ");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs sh")
    void scriptsHoldNothing() throws Exception {
        Path script = Files.createDirectory(directory.resolve("cgi-bin")).resolve("script.sh");
        Files.writeString(script, "#!/bin/sh\necho 'Content-Type: text/plain'\necho\nexec cat\n");
        script.toFile().setExecutable(true);
        assertUnloads(ScriptServer.class, directory, "content");
    }

    private static void assertUnloads(Class<?> application, Path directory, String expected) throws Exception {
        ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();
        WeakReference<ClassLoader> loader = run(application, directory, expected, unloaded);
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            if (unloaded.remove(BETWEEN_COLLECTIONS_MILLIS) == loader) {
                return;
            }
        }
        fail("still there: " + loader.get());
    }

    private static WeakReference<ClassLoader> run(
            Class<?> application, Path directory, String expected, ReferenceQueue<ClassLoader> unloaded)
            throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {home(BaseHTTPRequestHandler.class), home(application)},
                ClassLoader.getPlatformClassLoader())) {
            Class<?> loaded = loader.loadClass(application.getName());
            assertNotSame(application, loaded);
            Object instance = loaded.getConstructor(Path.class).newInstance(directory);
            FutureTask<?> call = new FutureTask<>((Callable<?>) instance);
            Thread thread = new Thread(call);
            thread.setContextClassLoader(loader);
            thread.start();
            assertEquals(expected, call.get());
            thread.join();
            return new WeakReference<>(loader, unloaded);
        }
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
