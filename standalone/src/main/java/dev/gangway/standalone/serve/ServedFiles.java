package dev.gangway.standalone.serve;

import dev.gangway.files.FileHTTPRequestHandler;
import dev.gangway.host.RequestSteps;
import dev.gangway.http.HTTPMessage;
import dev.gangway.standalone.log.LoggedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file handler of {@code serve}, which tells of each request once it is answered, if it was told to. */
final class ServedFiles extends FileHTTPRequestHandler {
    private final @Nullable Consumer<LoggedRequest> log;
    private final @Nullable Progress progress;
    private @Nullable Transfer transfer;
    private @Nullable Instant time;
    private long startNanos;
    private int code;
    /** Whether the request is one for the log: health checks and scrapes are not. */
    private boolean isLogged;

    /** Those of the request before. */
    private @Nullable HTTPMessage headersBefore;

    /**
     * Makes a handler.
     *
     * @param directory the directory to serve
     * @param log takes each request; null for lines as Python has them
     * @param progress shows running transfers; null for none
     */
    ServedFiles(Path directory, @Nullable Consumer<LoggedRequest> log, @Nullable Progress progress) {
        super(directory);
        this.log = log;
        this.progress = progress;
    }

    /** A terminal may take its time. */
    @Override
    public @Nullable RequestSteps requestSteps() {
        return progress == null ? fileSteps() : null;
    }

    @Override
    public void setup() throws IOException {
        super.setup();
        if (progress != null) {
            wfile(CountedOutput.of(wfile(), this::countSent));
        }
    }

    private void countSent() {
        Transfer current = transfer;
        if (current != null && !current.uploads()) {
            current.bytes(sentContentBytes());
        }
    }

    @Override
    public boolean dispatch(String command) throws IOException {
        if (progress == null) {
            return super.dispatch(command);
        }
        boolean uploads = command.equals("PUT") || command.equals("POST") || command.equals("PATCH");
        Transfer begun = progress.begin(uploads, addressString(), path());
        transfer = begun;
        try {
            if (uploads) {
                begun.total(number(headers().get("Content-Length")));
                rfile(new CountedInput(rfile(), begun));
            }
            return super.dispatch(command);
        } finally {
            transfer = null;
            progress.end(begun);
        }
    }

    @Override
    public void sendHeader(String keyword, String value) throws IOException {
        Transfer current = transfer;
        if (current != null && !current.uploads() && keyword.equalsIgnoreCase("Content-Length")) {
            current.total(number(value));
        }
        super.sendHeader(keyword, value);
    }

    private static long number(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,18}") ? -1 : Long.parseLong(text);
    }

    @Override
    public void copyfile(InputStream source, OutputStream outputfile) throws IOException {
        super.copyfile(source, log == null || progress != null ? outputfile : CountedOutput.of(outputfile, () -> {}));
    }

    @Override
    public void handleOneRequest() throws IOException {
        time = null;
        code = 0;
        isLogged = false;
        headersBefore = headers();
        try {
            super.handleOneRequest();
        } finally {
            tell();
        }
    }

    @Override
    public boolean parseRequest() throws IOException {
        begin();
        return super.parseRequest();
    }

    @Override
    public void sendResponseOnly(int status, @Nullable String message) throws IOException {
        if (time == null) {
            begin(); // the request line is too long to be read
        }
        code = status;
        super.sendResponseOnly(status, message);
    }

    @Override
    public void logRequest(String status, String size) {
        isLogged = true;
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

    private void begin() {
        time = Instant.now();
        startNanos = System.nanoTime();
    }

    private void tell() {
        Instant since = time;
        Consumer<LoggedRequest> to = log;
        if (since == null || to == null || !isLogged) {
            return;
        }
        Principal who = principal();
        HTTPMessage headers = headers();
        boolean isRead = headers != headersBefore;
        to.accept(new LoggedRequest(
                since,
                addressString(),
                who == null ? null : who.getName(),
                requestline(),
                command(),
                isRead || !command().isEmpty() ? path() : "",
                requestVersion(),
                code,
                sentContentBytes(),
                Duration.ofNanos(System.nanoTime() - startNanos),
                isRead ? headers.get("Referer") : null,
                isRead ? headers.get("User-Agent") : null,
                isRead ? headers.get("traceparent") : null));
    }
}
