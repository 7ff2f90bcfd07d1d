package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Scripts that complain, flood, fork, hang or outlive their client. */
public abstract class CgiLimitsContract extends CgiFixture {
    @Test
    void logsWhatAScriptComplainsOf() throws Exception {
        script("x.sh", PLAIN + "printf 'one\\ntwo \\033[31m\\nthree' >&2\n");
        RunningHost host = start(rfc3875());
        assertEquals(200, ask(host, "GET", "/cgi-bin/x.sh").status());
        String log = String.join("\n", host.takeLog());
        assertTrue(log.contains("CGI script /cgi-bin/x.sh: one\n"), log);
        assertTrue(log.contains("CGI script /cgi-bin/x.sh: two \\x1b[31m\n"), log);
        assertTrue(log.contains("CGI script /cgi-bin/x.sh: three"), log);
    }

    @Test
    void takesAFloodOfErrors() throws Exception {
        script(
                "x.sh",
                PLAIN + "dd if=/dev/zero bs=1000 count=2000 2>/dev/null | tr '\\000' '\\n' >&2\nprintf 'done'\n");
        RunningHost host = start(rfc3875());
        assertEquals("done", text(ask(host, "GET", "/cgi-bin/x.sh")));
        assertTrue(host.takeLog().size() < 2000);
    }

    @Test
    void endsAScriptThatNeverEnds() throws Exception {
        script("x.sh", "echo $$ > " + root + "/pid\nwhile :; do sleep 1; done\n");
        RunningHost host = start(rfc3875(handler -> handler.cgiTimeout(Duration.ofMillis(500))));
        assertEquals(504, ask(host, "GET", "/cgi-bin/x.sh").status());
        awaitEnd(root.resolve("pid"));
    }

    @Test
    void endsAScriptThatFallsSilent() throws Exception {
        script("x.sh", PLAIN + "echo $$ > " + root + "/pid\nprintf 'begun'\nsleep 1000\n");
        RunningHost host = start(rfc3875(handler -> handler.cgiIdleTimeout(Duration.ofMillis(500))));
        try (HostClient client = host.connect()) {
            client.send(request("GET /cgi-bin/x.sh"));
            String all = new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
            assertFalse(all.contains("0\r\n\r\n"), all);
        }
        awaitEnd(root.resolve("pid"));
    }

    @Test
    void endsAScriptThatWritesForEver() throws Exception {
        script("x.sh", PLAIN + "echo $$ > " + root + "/pid\nexec cat /dev/zero\n");
        RunningHost host = start(rfc3875(handler -> handler.cgiTimeout(Duration.ofMillis(300))));
        try (HostClient client = host.connect()) {
            client.send(request("GET /cgi-bin/x.sh"));
            byte[] buffer = new byte[65536];
            long all = 0;
            try {
                for (int n = client.input().read(buffer);
                        n >= 0;
                        n = client.input().read(buffer)) {
                    all += n;
                }
            } catch (IOException e) {
                // A connection that is cut may end so.
            }
            assertTrue(all > 1000, () -> "too little came");
        }
        awaitEnd(root.resolve("pid"));
    }

    @Test
    void endsAScriptThatWillNotListenAndItsChildren() throws Exception {
        script(
                "x.sh",
                "trap '' TERM\nsleep 1000 &\necho $! > " + root + "/child\necho $$ > " + root
                        + "/pid\nwhile :; do sleep 1; done\n");
        RunningHost host = start(rfc3875(handler -> handler.cgiTimeout(Duration.ofMillis(300))));
        assertEquals(504, ask(host, "GET", "/cgi-bin/x.sh").status());
        awaitEnd(root.resolve("pid"));
        awaitEnd(root.resolve("child"));
    }

    @Test
    void doesNotWaitForWhatAScriptLeavesBehind() throws Exception {
        script("x.sh", PLAIN + "sleep 1000 &\necho $! > " + root + "/child\nprintf 'done'\n");
        RunningHost host = start(rfc3875());
        assertEquals("done", text(ask(host, "GET", "/cgi-bin/x.sh")));
        long child = Long.parseLong(Files.readString(root.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void endsAScriptWhoseClientHasGone() throws Exception {
        script("x.sh", PLAIN + "echo $$ > " + root + "/pid\nexec cat /dev/zero\n");
        RunningHost host = start(rfc3875());
        try (HostClient client = host.connect()) {
            client.send(request("GET /cgi-bin/x.sh"));
            client.read(100);
        }
        awaitEnd(root.resolve("pid"));
    }

    @Test
    void runsNoMoreScriptsAtOnceThanItMay() throws Exception {
        script("x.sh", PLAIN + "echo $$ > " + root + "/pid\nwhile [ ! -e " + root + "/go ]; do sleep 0.05; done\n");
        RunningHost host = start(rfc3875(handler -> {
            handler.cgiMaxScripts(1);
            handler.cgiQueue(0);
        }));
        try (HostClient first = host.connect()) {
            first.send(request("GET /cgi-bin/x.sh"));
            awaitFile(root.resolve("pid"));
            assertEquals(503, ask(host, "GET", "/cgi-bin/x.sh").status());
            Files.createFile(root.resolve("go"));
            assertEquals(200, first.readResponse("GET").status());
        }
        // The place of a script is free once the script has been put away, which may be after its last byte.
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        int status = ask(host, "GET", "/cgi-bin/x.sh").status();
        while (status == 503 && System.nanoTime() < deadline) {
            status = ask(host, "GET", "/cgi-bin/x.sh").status();
        }
        assertEquals(200, status);
    }
}
