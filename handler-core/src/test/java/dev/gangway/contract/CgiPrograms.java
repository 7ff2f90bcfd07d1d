package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that people run under CGI, in RFC 3875 mode, asked by the clients that people use. */
public abstract class CgiPrograms {
    private static final int COMMITS = 1000;
    private static final int BLOB_BYTES = 20 << 20;
    private static final long DEADLINE_SECONDS = 120;

    /** The exit status of a program that a signal has ended is above this. */
    private static final int KILLED = 128;

    private record Ended(int status, String output) {}

    /**
     * A server that runs.
     *
     * @param root its address, without a slash at the end
     * @param stop closes it
     */
    public record Site(URI root, Runnable stop) {}

    @TempDir
    Path folder = Path.of("");

    private @Nullable Site site;

    /** Starts a server on a port. */
    protected abstract Site serve(HandlerFactory factory) throws Exception;

    @BeforeEach
    final void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("www/cgi-bin"));
        Files.createDirectories(folder.resolve("repositories"));
        // Scripts may run as another user, who writes here too.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(folder.resolve("repositories"), PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @AfterEach
    final void stop() {
        if (site != null) {
            site.stop().run();
        }
    }

    private String start(String... environment) throws Exception {
        Site started = serve(() -> {
            CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler(folder.resolve("www"));
            handler.protocolVersion("HTTP/1.1");
            handler.cgiMode("rfc3875");
            handler.cgiEnvironment(List.of(environment));
            handler.cgiInterpreters(List.of(".php=/usr/bin/php-cgi"));
            return handler;
        });
        site = started;
        return started.root().toString();
    }

    private static void need(String... programs) {
        for (String program : programs) {
            Assumptions.assumeTrue(Files.exists(Path.of(program)), program + " is not here");
        }
    }

    private String run(String... command) throws Exception {
        return run(folder, command);
    }

    private String run(Path where, String... command) throws Exception {
        Ended ended = end(where, command);
        assertEquals(0, ended.status(), () -> Arrays.toString(command) + ": " + ended.output());
        return ended.output();
    }

    private Ended end(Path where, String... command) throws Exception {
        Path said = Files.createTempFile(folder, "said", "");
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.redirectErrorStream(true).redirectOutput(said.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String output = Files.readString(said, StandardCharsets.ISO_8859_1);
        assertTrue(ended, () -> Arrays.toString(command) + " takes too long: " + output);
        return new Ended(process.exitValue(), output);
    }

    private void script(String name, String text) throws IOException {
        Path file = folder.resolve("www/cgi-bin").resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A thousand commits and a large file, as a stream for git. */
    private void writeHistory(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i <= COMMITS; i++) {
                byte[] content = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
                if (i == COMMITS) {
                    content = new byte[BLOB_BYTES];
                    new Random(1).nextBytes(content);
                }
                String head = "commit refs/heads/main\ncommitter A <a@example.org> " + (1_700_000_000 + i)
                        + " +0000\ndata 2\nc\nM 100644 inline " + (i == COMMITS ? "blob" : "file") + "\ndata "
                        + content.length + "\n";
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(content);
                out.write('\n');
            }
        }
    }

    @Test
    void gitClonesFetchesAndPushes() throws Exception {
        need("/usr/bin/git", "/usr/lib/git-core/git-http-backend");
        Files.createSymbolicLink(folder.resolve("www/cgi-bin/git"), Path.of("/usr/lib/git-core/git-http-backend"));
        Path bare = folder.resolve("repositories/r.git");
        run("git", "init", "-q", "--bare", "-b", "main", "--shared=0777", bare.toString());
        run("git", "-C", bare.toString(), "config", "http.receivepack", "true");
        run("chmod", "-R", "a+rwX", bare.toString());
        Path source = folder.resolve("source");
        run("git", "init", "-q", "-b", "main", source.toString());
        writeHistory(folder.resolve("history"));
        ProcessBuilder imports = new ProcessBuilder("git", "fast-import", "--quiet").directory(source.toFile());
        assertEquals(
                0,
                imports.redirectInput(folder.resolve("history").toFile())
                        .start()
                        .waitFor());
        String url = start(
                        "GIT_PROJECT_ROOT=" + folder.resolve("repositories"),
                        "GIT_HTTP_EXPORT_ALL=1",
                        "GIT_CONFIG_COUNT=1",
                        "GIT_CONFIG_KEY_0=safe.directory",
                        "GIT_CONFIG_VALUE_0=*")
                + "/cgi-bin/git/r.git";

        run(source, "git", "push", "-q", url, "main");
        Path clone = folder.resolve("clone");
        run("git", "clone", "-q", url, clone.toString());
        assertEquals((COMMITS + 1) + "\n", run(clone, "git", "rev-list", "--count", "HEAD"));
        assertEquals(BLOB_BYTES, Files.size(clone.resolve("blob")));

        Files.writeString(clone.resolve("new"), "new");
        run(clone, "git", "add", "new");
        run(clone, "git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "new");
        run(clone, "git", "push", "-q", url, "main");
        run(source, "git", "fetch", "-q", url, "main");
        assertEquals(run(clone, "git", "rev-parse", "HEAD"), run(source, "git", "rev-parse", "FETCH_HEAD"));
        run(source, "git", "fsck", "--strict");
    }

    @Test
    void gitwebIsBrowsed() throws Exception {
        need("/usr/bin/git", "/usr/bin/chromium", "/usr/share/gitweb/gitweb.cgi");
        Files.createSymbolicLink(folder.resolve("www/cgi-bin/gitweb.cgi"), Path.of("/usr/share/gitweb/gitweb.cgi"));
        Files.createSymbolicLink(folder.resolve("www/gitweb"), Path.of("/usr/share/gitweb/static"));
        Path bare = folder.resolve("repositories/r.git");
        run("git", "init", "-q", "--bare", "-b", "main", bare.toString());
        Path stream = folder.resolve("stream");
        Files.writeString(
                stream,
                "commit refs/heads/main\ncommitter A <a@example.org> 1700000000 +0000\ndata 11\nfirst words\n"
                        + "M 100644 inline file\ndata 5\nhello\n");
        assertEquals(
                0,
                new ProcessBuilder("git", "-C", bare.toString(), "fast-import", "--quiet")
                        .redirectInput(stream.toFile())
                        .start()
                        .waitFor());
        run("chmod", "-R", "a+rX", bare.toString());
        Path config = folder.resolve("gitweb.conf");
        Files.writeString(
                config, "$projectroot = '" + folder.resolve("repositories") + "'; $site_name = 'Own Site';\n");
        String root = start(
                "GITWEB_CONFIG=" + config,
                "GIT_CONFIG_COUNT=1",
                "GIT_CONFIG_KEY_0=safe.directory",
                "GIT_CONFIG_VALUE_0=*");
        assertTrue(browse(root + "/cgi-bin/gitweb.cgi").contains("r.git"));
        String summary = browse(root + "/cgi-bin/gitweb.cgi?p=r.git;a=summary");
        assertTrue(summary.contains("first words"), summary);
        String file = browse(root + "/cgi-bin/gitweb.cgi/r.git/blob/refs/heads/main:/file");
        assertTrue(file.contains("hello"), file);
    }

    /** Starts a browser that was killed by a fault of its own once more: this is no test of Chromium. */
    private String browse(String url) throws Exception {
        Ended first = end(folder, browser(url, "profile"));
        return first.status() <= KILLED ? first.output() : run(browser(url, "profile-2"));
    }

    private String[] browser(String url, String profile) {
        return new String[] {
            "/usr/bin/chromium",
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--user-data-dir=" + folder.resolve(profile),
            "--dump-dom",
            url
        };
    }

    @Test
    void phpTakesAFormAndAnUpload() throws Exception {
        need("/usr/bin/php-cgi");
        script(
                "x.php",
                "<?php header('X-Own: php'); http_response_code(201); echo $_SERVER['REQUEST_METHOD'], '|', $_GET['q'],"
                        + " '|', $_POST['a'], '|', isset($_FILES['f']) ? md5_file($_FILES['f']['tmp_name']) : '-';");
        Files.writeString(
                folder.resolve("php.ini"),
                "upload_max_filesize = 10M\npost_max_size = 11M\nopcache.enable = 0\nupload_tmp_dir = " + folder
                        + "\n");
        String url = start("PHPRC=" + folder) + "/cgi-bin/x.php?q=1";
        HttpResponse<String> form =
                post(url, "application/x-www-form-urlencoded", "a=b%20c".getBytes(StandardCharsets.US_ASCII));
        assertEquals("POST|1|b c|-", form.body());
        assertEquals(201, form.statusCode());
        assertEquals("php", form.headers().firstValue("X-Own").orElse(""));

        byte[] upload = new byte[5 << 20];
        new Random(2).nextBytes(upload);
        byte[] start = ("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x\r\n"
                        + "Content-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] body = Arrays.copyOf(start, start.length + upload.length + end.length);
        System.arraycopy(upload, 0, body, start.length, upload.length);
        System.arraycopy(end, 0, body, start.length + upload.length, end.length);
        byte[] digest = MessageDigest.getInstance("MD5").digest(upload);
        assertEquals(
                "POST|1|b|" + String.format("%032x", new BigInteger(1, digest)),
                post(url, "multipart/form-data; boundary=x", body).body());
    }

    @Test
    void perlTakesAForm() throws Exception {
        need("/usr/bin/perl");
        Assumptions.assumeTrue(
                new ProcessBuilder("/usr/bin/perl", "-MCGI", "-e", "1").start().waitFor() == 0, "CGI.pm is not here");
        script(
                "x.pl",
                "#!/usr/bin/perl\nuse CGI; my $q = CGI->new;\nif ($q->path_info eq '/away') { print $q->redirect("
                        + "$q->url . '?a=b'); exit; }\nprint $q->header(-type => 'text/plain', -status => '202 Taken',"
                        + " -cookie => $q->cookie(-name => 'n', -value => 'v')), scalar $q->param('a'), ' ', $q->url;\n");
        String url = start() + "/cgi-bin/x.pl";
        HttpResponse<String> form =
                post(url, "application/x-www-form-urlencoded", "a=b+c".getBytes(StandardCharsets.US_ASCII));
        assertEquals(202, form.statusCode());
        assertEquals("b c " + url, form.body());
        assertEquals("n=v; path=/", form.headers().firstValue("Set-Cookie").orElse(""));
        HttpClient client = client();
        HttpResponse<String> away = client.send(
                HttpRequest.newBuilder(URI.create(url + "/away")).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(302, away.statusCode());
        assertEquals(url + "?a=b", away.headers().firstValue("Location").orElse(""));
    }

    /** Asks for no upgrade to HTTP/2: for that a container would have to hold an upload in memory. */
    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static HttpResponse<String> post(String url, String type, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void losesNoneOfAThousandRequests() throws Exception {
        need("/bin/sh");
        script("x.sh", "#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\nhello\\n'\n");
        String url = start() + "/cgi-bin/x.sh";
        HttpClient client = client();
        int concurrency = 50;
        List<Thread> threads = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < concurrency; i++) {
            Thread thread = new Thread(() -> {
                for (int j = 0; j < 1000 / concurrency; j++) {
                    String got;
                    try {
                        got = client.send(
                                        HttpRequest.newBuilder(URI.create(url)).build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .body();
                    } catch (IOException | InterruptedException e) {
                        got = e.toString();
                    }
                    if (!got.equals("hello\n")) {
                        synchronized (wrong) {
                            wrong.add(got);
                        }
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), wrong);
        assertEquals(
                0,
                ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .count());
        assertEquals(
                0,
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("gangway-cgi"))
                        .count());
    }
}
