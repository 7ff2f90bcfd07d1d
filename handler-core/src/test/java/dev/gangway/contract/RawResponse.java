package dev.gangway.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response as RFC 9112 frames it, read strictly: whatever a lenient client would forgive is a
 * {@link MalformedResponseException}.
 *
 * @param version the version in the status line
 * @param status the status code
 * @param reason the reason phrase, may be empty
 * @param fields the header fields in order, names as sent
 * @param body the content, without transfer coding
 * @param framing what ended the content
 */
public record RawResponse(
        String version,
        int status,
        String reason,
        List<Map.Entry<String, String>> fields,
        byte[] body,
        Framing framing) {
    private static final Pattern STATUS_LINE =
            Pattern.compile("(HTTP/\\d\\.\\d) (\\d{3}) ([\\t\\x20-\\x7e\\x80-\\xff]*)");
    private static final Pattern FIELD =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([\\t\\x20-\\x7e\\x80-\\xff]*?)[ \\t]*");
    private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9A-Fa-f]{1,8})(?:[ \\t]*;.*)?");

    /** What ends the content of a response. */
    public enum Framing {
        /** There is none, by rule: an answer to HEAD, 1xx, 204, 304. */
        NONE,
        /** {@code Content-Length}. */
        LENGTH,
        /** The last chunk. */
        CHUNKED,
        /** The end of the connection. */
        CLOSE
    }

    /** A response that breaks the rules. */
    public static final class MalformedResponseException extends IOException {
        private static final long serialVersionUID = 1L;

        MalformedResponseException(String message) {
            super(message);
        }
    }

    /**
     * Reads every response of a connection, interim ones included.
     *
     * @param bytes all that came back
     * @param methods the methods of the requests, in order; GET for those beyond the end
     */
    public static List<RawResponse> readAll(byte[] bytes, String... methods) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        List<RawResponse> responses = new ArrayList<>();
        int answered = 0;
        while (in.available() > 0) {
            RawResponse response = read(in, answered < methods.length ? methods[answered] : "GET");
            responses.add(response);
            if (response.status >= 200) {
                answered++;
            }
        }
        return responses;
    }

    /** Reads the only response of a connection to a request with this method. */
    public static RawResponse readOne(byte[] bytes, String method) throws IOException {
        List<RawResponse> all = readAll(bytes, method);
        if (all.size() != 1) {
            throw new MalformedResponseException(
                    all.size() + " responses: " + new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return all.get(0);
    }

    /**
     * Reads one response and nothing behind it.
     *
     * @param in what comes back
     * @param method the method of the request
     */
    public static RawResponse read(InputStream in, String method) throws IOException {
        String statusLine = line(in);
        Matcher status = match(STATUS_LINE, statusLine);
        List<Map.Entry<String, String>> fields = fields(in);
        RawResponse head = new RawResponse(
                status.group(1), Integer.parseInt(status.group(2)), status.group(3), fields, new byte[0], Framing.NONE);
        return head.withBody(in, method);
    }

    private RawResponse withBody(InputStream in, String method) throws IOException {
        List<String> codings = all("Transfer-Encoding");
        List<String> lengths = all("Content-Length");
        if (!codings.isEmpty() && !lengths.isEmpty()) {
            throw new MalformedResponseException("both Transfer-Encoding and Content-Length");
        }
        boolean informational = status < 200;
        if ((informational || status == 204) && !(codings.isEmpty() && lengths.isEmpty())) {
            throw new MalformedResponseException(status + " with a length");
        }
        boolean tunnel = method.equals("CONNECT") && status / 100 == 2;
        if (informational || status == 204 || status == 304 || method.equals("HEAD") || tunnel) {
            return this;
        }
        if (!codings.isEmpty()) {
            if (!codings.equals(List.of("chunked"))) {
                throw new MalformedResponseException("Transfer-Encoding: " + codings);
            }
            return new RawResponse(version, status, reason, fields, chunks(in), Framing.CHUNKED);
        }
        if (lengths.isEmpty()) {
            return new RawResponse(version, status, reason, fields, in.readAllBytes(), Framing.CLOSE);
        }
        if (lengths.size() > 1 || !lengths.get(0).matches("[0-9]{1,9}")) {
            throw new MalformedResponseException("Content-Length: " + lengths);
        }
        return new RawResponse(
                version, status, reason, fields, exactly(in, Integer.parseInt(lengths.get(0))), Framing.LENGTH);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(match(CHUNK_SIZE, line(in)).group(1), 16);
            if (size == 0) {
                fields(in);
                return content.toByteArray();
            }
            content.write(exactly(in, size));
            if (!line(in).isEmpty()) {
                throw new MalformedResponseException("no line end behind a chunk");
            }
        }
    }

    private static List<Map.Entry<String, String>> fields(InputStream in) throws IOException {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            Matcher field = match(FIELD, line);
            fields.add(Map.entry(field.group(1), field.group(2)));
        }
        return List.copyOf(fields);
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("closed after " + bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }

    private static Matcher match(Pattern pattern, String line) throws MalformedResponseException {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new MalformedResponseException("not " + pattern + ": " + line);
        }
        return matcher;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed in a line: " + line);
            }
            if (next == '\n') {
                int last = line.length() - 1;
                if (last < 0 || line.charAt(last) != '\r') {
                    throw new MalformedResponseException("bare LF after: " + line);
                }
                line.setLength(last);
                return line.toString();
            }
            line.append((char) next);
        }
    }

    /** Returns every value of a field, without regard to the name's case. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns the value of a field that is there once. */
    public Optional<String> field(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw new IllegalStateException(name + " is there " + values.size() + " times: " + values);
        }
        return values.stream().findFirst();
    }

    /** Returns the content as ISO-8859-1 text. */
    public String text() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    /** Tells whether the response says that the connection ends with it. */
    public boolean saysClose() {
        return all("Connection").stream()
                .flatMap(value -> Pattern.compile("\\s*,\\s*").splitAsStream(value))
                .anyMatch("close"::equalsIgnoreCase);
    }
}
