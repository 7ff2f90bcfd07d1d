package dev.gangway.examples.wsgiref;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gangway.host.ClientGoneException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs an application for one request ("wsgiref.handlers: SimpleHandler", with "wsgiref.simple_server: ServerHandler"). */
final class ServerHandler {
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F\\x7F]");
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailers",
            "transfer-encoding",
            "upgrade");
    private static final List<Map.Entry<String, String>> ERROR_HEADERS =
            List.of(Map.entry("Content-Type", "text/plain"));
    private static final byte[] ERROR_BODY =
            "A server error occurred.  Please contact the administrator.".getBytes(US_ASCII);

    private final OutputStream stdout;
    private final Consumer<String> stderr;
    private final Map<String, @Nullable Object> environ;
    private final Supplier<String> date;
    private final String serverSoftware;
    private final Log log;

    private @Nullable String status;
    private @Nullable List<Map.Entry<String, String>> headers;
    private @Nullable Iterable<byte[]> result;
    private boolean headersSent;
    private long bytesSent;

    ServerHandler(
            OutputStream stdout,
            Consumer<String> stderr,
            Map<String, @Nullable Object> environ,
            Supplier<String> date,
            String serverSoftware,
            Log log) {
        this.stdout = stdout;
        this.stderr = stderr;
        this.environ = new HashMap<>(environ);
        this.date = date;
        this.serverSoftware = serverSoftware;
        this.log = log;
    }

    /** Logs a request that has been answered in full. */
    interface Log {
        /** Takes the code of the response as the application gave it, and the length of the body in bytes. */
        void logRequest(String code, String size);
    }

    /** Runs the application and sends what it gives. What it throws becomes 500, if the head has not been sent. */
    void run(Application application) throws Exception {
        try {
            result = application.call(environ, this::startResponse);
            finishResponse();
        } catch (ClientGoneException e) {
            throw e;
        } catch (Exception e) {
            stderr.accept(e.toString());
            if (!headersSent) {
                startResponse("500 Internal Server Error", ERROR_HEADERS, e);
                result = List.of(ERROR_BODY);
                finishResponse();
            }
        }
    }

    private void finishResponse() throws Exception {
        Iterable<byte[]> parts = java.util.Objects.requireNonNull(result);
        try {
            for (byte[] data : parts) {
                write(data);
            }
            if (!headersSent) {
                requireHeaders();
                sendHeaders(hasHeader("Content-Length") ? null : "0");
            }
            log.logRequest(String.valueOf(status).split(" ", 2)[0], Long.toString(bytesSent));
        } finally {
            if (parts instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }

    private StartResponse.Write startResponse(
            String newStatus, List<Map.Entry<String, String>> newHeaders, @Nullable Exception excInfo)
            throws Exception {
        if (excInfo != null) {
            if (headersSent) {
                throw excInfo;
            }
        } else if (headers != null) {
            throw new IllegalStateException("Headers already set!");
        }
        check(newStatus, newHeaders);
        status = newStatus;
        headers = new ArrayList<>(newHeaders);
        return this::write;
    }

    private static void check(String status, List<Map.Entry<String, String>> headers) {
        if (CONTROL.matcher(status).find()) {
            throw new IllegalArgumentException("Control characters are not allowed in status");
        }
        if (status.length() < 4) {
            throw new IllegalArgumentException("Status must be at least 4 characters");
        }
        if (!status.substring(0, 3).chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("Status message must begin w/3-digit code");
        }
        if (status.charAt(3) != ' ') {
            throw new IllegalArgumentException("Status message must have a space after code");
        }
        for (Map.Entry<String, String> header : headers) {
            if (CONTROL.matcher(header.getKey()).find()
                    || CONTROL.matcher(header.getValue().replace('\t', ' ')).find()) {
                throw new IllegalArgumentException("Control characters not allowed in headers");
            }
            if (HOP_BY_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "Hop-by-hop header, '" + header.getKey() + ": " + header.getValue() + "', not allowed");
            }
        }
    }

    private void write(byte[] data) throws IOException {
        requireHeaders();
        if (headersSent) {
            bytesSent += data.length;
        } else {
            bytesSent = data.length;
            boolean oneBlock = result instanceof Collection<?> parts && parts.size() == 1;
            sendHeaders(oneBlock && !hasHeader("Content-Length") ? Long.toString(bytesSent) : null);
        }
        stdout.write(data);
        stdout.flush();
    }

    private void sendHeaders(@Nullable String contentLength) throws IOException {
        headersSent = true;
        StringBuilder head = new StringBuilder("HTTP/1.0 ").append(status).append("\r\n");
        if (!hasHeader("Date")) {
            head.append("Date: ").append(date.get()).append("\r\n");
        }
        if (!hasHeader("Server")) {
            head.append("Server: ").append(serverSoftware).append("\r\n");
        }
        for (Map.Entry<String, String> header : requireHeaders()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        if (contentLength != null) {
            head.append("Content-Length: ").append(contentLength).append("\r\n");
        }
        stdout.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
    }

    private boolean hasHeader(String name) {
        return requireHeaders().stream().anyMatch(header -> header.getKey().equalsIgnoreCase(name));
    }

    private List<Map.Entry<String, String>> requireHeaders() {
        List<Map.Entry<String, String>> known = headers;
        if (known == null) {
            throw new IllegalStateException("write() before start_response()");
        }
        return known;
    }
}
