package dev.gangway.porting;

import dev.gangway.http.HTTPMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code http.client.HTTPResponse}: the answer of another server. */
public final class HTTPResponse implements AutoCloseable {
    private static final int MAX_LINE_BYTES = 65536;
    private static final int MAX_HEADERS = 100;

    private final InputStream in;
    private final HTTPMessage headers = new HTTPMessage();
    private final boolean chunked;
    private final HTTPConnection connection;
    private long status;
    private String reason = "";
    private long version = 10;
    private long left;
    private boolean closesConnection;
    private boolean done;
    private String url = "";

    HTTPResponse(InputStream in, String method, HTTPConnection connection) throws IOException {
        this.in = in;
        this.connection = connection;
        do {
            statusLine();
            readHeaders();
        } while (status >= 100 && status < 200 && status != 101);
        String coding = headers.get("Transfer-Encoding", "");
        chunked = coding.equalsIgnoreCase("chunked");
        left = length(method);
        String kept = headers.get("Connection", "").toLowerCase(java.util.Locale.ROOT);
        boolean keeps = version == 11 ? !kept.contains("close") : kept.contains("keep-alive");
        closesConnection = !keeps || left < 0 && !chunked;
        if (left == 0 && !chunked) {
            finish();
        }
    }

    private long length(String method) {
        if (method.equals("HEAD") || status == 204 || status == 304 || status >= 100 && status < 200) {
            return 0;
        }
        String length = headers.get("Content-Length", "");
        return !chunked && length.matches("\\d{1,18}") ? Long.parseLong(length) : chunked ? 0 : -1;
    }

    private void statusLine() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            throw new BadStatusLine("Remote end closed connection without response");
        }
        String[] parts = line.strip().split("\\s+", 3);
        if (!parts[0].startsWith("HTTP/") || parts.length < 2 || !parts[1].matches("[1-9]\\d\\d")) {
            throw new BadStatusLine(line.stripTrailing());
        }
        version = parts[0].startsWith("HTTP/1.") && !parts[0].equals("HTTP/1.0") ? 11 : 10;
        status = Long.parseLong(parts[1]);
        reason = parts.length > 2 ? parts[2].strip() : "";
    }

    private void readHeaders() throws IOException {
        for (String name : new ArrayList<>(headers.keys())) {
            headers.remove(name);
        }
        int count = 0;
        for (String line = line(); !line.isBlank(); line = line()) {
            if (++count > MAX_HEADERS) {
                throw new HTTPException("got more than " + MAX_HEADERS + " headers");
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0; c = in.read()) {
            line.write(c);
            if (line.size() > MAX_LINE_BYTES) {
                throw new LineTooLong("got more than " + MAX_LINE_BYTES + " bytes when reading header line");
            }
            if (c == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Returns {@code response.status}. */
    public long status() {
        return status;
    }

    /** Returns {@code response.code}. */
    public long code() {
        return status;
    }

    /** Returns {@code response.getcode()}. */
    public long getcode() {
        return status;
    }

    /** Returns {@code response.reason}. */
    public String reason() {
        return reason;
    }

    /** Returns {@code response.version}: 10 or 11. */
    public long version() {
        return version;
    }

    /** Returns {@code response.headers}. */
    public HTTPMessage headers() {
        return headers;
    }

    /** Returns {@code response.msg}. */
    public HTTPMessage msg() {
        return headers;
    }

    /** Returns {@code response.info()}. */
    public HTTPMessage info() {
        return headers;
    }

    /** Returns {@code response.url}. */
    public String url() {
        return url;
    }

    /** Returns {@code response.geturl()}. */
    public String geturl() {
        return url;
    }

    void url(String from) {
        url = from;
    }

    /** Returns {@code response.getheader(name)}. */
    public @Nullable Object getheader(String name) {
        return getheader(name, null);
    }

    /** Returns {@code response.getheader(name, other)}: several fields are joined by a comma. */
    public @Nullable Object getheader(String name, @Nullable Object other) {
        List<String> all = headers.getAll(name);
        return all.isEmpty() ? other : String.join(", ", all);
    }

    /** Returns {@code response.getheaders()}. */
    public List<Tuple> getheaders() {
        return Messages.items(headers);
    }

    /** Returns {@code response.read()}: the rest of the content. */
    public byte[] read() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part = read(MAX_LINE_BYTES); part.length > 0; part = read(MAX_LINE_BYTES)) {
            all.write(part);
        }
        return all.toByteArray();
    }

    /** Returns {@code response.read(size)}: so many bytes, or fewer at the end. */
    public byte[] read(long size) throws IOException {
        if (size < 0) {
            return read();
        }
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        while (part.size() < size && !done) {
            if (chunked && left == 0 && !nextChunk()) {
                break;
            }
            long wanted = left < 0 ? size - part.size() : Math.min(left, size - part.size());
            byte[] bytes = in.readNBytes((int) wanted);
            part.write(bytes);
            if (left >= 0) {
                left -= bytes.length;
                if (bytes.length < wanted) {
                    finish();
                    throw new IncompleteRead(part.size() + " bytes read, " + left + " more expected");
                }
                if (chunked && left == 0) {
                    line();
                } else if (left == 0) {
                    finish();
                }
            } else if (bytes.length < wanted) {
                finish();
            }
        }
        return part.toByteArray();
    }

    private boolean nextChunk() throws IOException {
        String size = line().split("[;\\r\\n]", 2)[0].strip();
        try {
            left = Long.parseLong(size, 16);
        } catch (NumberFormatException e) {
            finish();
            throw new IncompleteRead("the length of a chunk is " + Python.repr(size));
        }
        if (left == 0) {
            while (!line().isBlank()) {
                // a trailer field
            }
            finish();
            return false;
        }
        return true;
    }

    private void finish() throws IOException {
        done = true;
        if (closesConnection) {
            close();
        }
    }

    boolean isDone() {
        return done;
    }

    /** Does {@code response.close()}. */
    @Override
    public void close() throws IOException {
        done = true;
        connection.close();
    }
}
