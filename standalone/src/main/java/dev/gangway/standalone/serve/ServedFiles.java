package dev.gangway.standalone.serve;

import dev.gangway.files.FileHTTPRequestHandler;
import dev.gangway.standalone.log.LoggedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file handler of {@code serve}, which tells of each request once it is answered, if it was told to. */
final class ServedFiles extends FileHTTPRequestHandler {
    private final @Nullable Consumer<LoggedRequest> log;
    private @Nullable Instant time;
    private long startNanos;
    private int code;
    private long declaredBytes;
    private long copiedBytes;

    /**
     * Makes a handler.
     *
     * @param directory the directory to serve
     * @param log takes each request; null for lines as Python has them
     */
    ServedFiles(Path directory, @Nullable Consumer<LoggedRequest> log) {
        super(directory);
        this.log = log;
    }

    @Override
    public void handleOneRequest() throws IOException {
        time = null;
        try {
            super.handleOneRequest();
        } finally {
            tell();
        }
    }

    @Override
    public boolean parseRequest() throws IOException {
        time = Instant.now();
        startNanos = System.nanoTime();
        code = 0;
        declaredBytes = 0;
        copiedBytes = 0;
        return super.parseRequest();
    }

    @Override
    public void sendResponseOnly(int status, @Nullable String message) throws IOException {
        code = status;
        super.sendResponseOnly(status, message);
    }

    @Override
    public void sendHeader(String keyword, String value) throws IOException {
        if (log != null && keyword.toLowerCase(Locale.ROOT).equals("content-length")) {
            declaredBytes = Long.parseLong(value);
        }
        super.sendHeader(keyword, value);
    }

    @Override
    public void copyfile(InputStream source, OutputStream outputfile) throws IOException {
        copiedBytes += source.transferTo(outputfile);
    }

    @Override
    public void logRequest(String status, String size) {
        if (log == null) {
            super.logRequest(status, size);
        }
    }

    /** The line about the request has the status of an error page already. */
    @Override
    public void logError(String format, @Nullable Object... args) {
        if (log == null || !format.startsWith("code %d, message")) {
            super.logError(format, args);
        }
    }

    private void tell() {
        Instant since = time;
        Consumer<LoggedRequest> to = log;
        if (since == null || to == null || code == 0) {
            return;
        }
        boolean hasContent = !command().equals("HEAD") && code != 204 && code != 304;
        Principal who = principal();
        to.accept(new LoggedRequest(
                since,
                addressString(),
                who == null ? null : who.getName(),
                requestline(),
                command(),
                path(),
                requestVersion(),
                code,
                !hasContent ? 0 : copiedBytes > 0 ? copiedBytes : declaredBytes,
                Duration.ofNanos(System.nanoTime() - startNanos),
                headers().get("Referer"),
                headers().get("User-Agent"),
                headers().get("traceparent")));
    }
}
