package dev.gangway.examples.xmlrpc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers calls of XML-RPC ("xmlrpc.server: SimpleXMLRPCRequestHandler").
 *
 * <pre>{@code
 * SimpleXMLRPCDispatcher dispatcher = new SimpleXMLRPCDispatcher(true);
 * dispatcher.registerFunction(params -> params.size(), "count");
 * HandlerFactory factory = () -> new SimpleXMLRPCRequestHandler(dispatcher);
 * }</pre>
 *
 * <p>Python's handler asks its server for the dispatcher; this one gets it from its constructor, so it runs in a servlet
 * container too.
 */
public class SimpleXMLRPCRequestHandler extends BaseHTTPRequestHandler {
    /** The limit of Python's {@code gzip_decode}. */
    private static final int MAX_DECODED_BYTES = 20 << 20;

    private static final Pattern CODING =
            Pattern.compile("\\s*([^\\s;]+)\\s*(;\\s*q\\s*=\\s*([0-9.]+))?", Pattern.CASE_INSENSITIVE);

    private final SimpleXMLRPCDispatcher dispatcher;
    private List<String> rpcPaths = List.of("/", "/RPC2", "/pydoc.css");
    private @Nullable Integer encodeThreshold = 1400;
    private boolean logRequests = true;
    private boolean sendTracebackHeader;

    /**
     * Makes a handler.
     *
     * @param dispatcher answers the calls
     */
    public SimpleXMLRPCRequestHandler(SimpleXMLRPCDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Returns what answers the calls. */
    protected final SimpleXMLRPCDispatcher dispatcher() {
        return dispatcher;
    }

    /** Returns the paths that are served ("rpc_paths"); all, if there are none. */
    public List<String> rpcPaths() {
        return rpcPaths;
    }

    /** Sets the paths that are served. */
    public void rpcPaths(List<String> rpcPaths) {
        this.rpcPaths = rpcPaths;
    }

    /** Returns the length in bytes above which a response is compressed ("encode_threshold"); null for never. */
    public @Nullable Integer encodeThreshold() {
        return encodeThreshold;
    }

    /** Sets the length in bytes above which a response is compressed; null for never. */
    public void encodeThreshold(@Nullable Integer encodeThreshold) {
        this.encodeThreshold = encodeThreshold;
    }

    /** Sets whether requests are logged: the server's {@code logRequests} in Python. */
    public void logRequests(boolean logRequests) {
        this.logRequests = logRequests;
    }

    /** Sets whether a caller is told of a fault in this class: the server's {@code _send_traceback_header} in Python. */
    public void sendTracebackHeader(boolean sendTracebackHeader) {
        this.sendTracebackHeader = sendTracebackHeader;
    }

    /** Returns the codings that the client accepts and how much it likes each ("accept_encodings"). */
    public Map<String, Double> acceptEncodings() {
        Map<String, Double> codings = new HashMap<>();
        for (String element : headers().get("Accept-Encoding", "").split(",", -1)) {
            Matcher coding = CODING.matcher(element);
            if (coding.lookingAt()) {
                codings.put(coding.group(1), coding.group(3) == null ? 1.0 : Double.parseDouble(coding.group(3)));
            }
        }
        return codings;
    }

    /** Tells whether the path is one of {@link #rpcPaths()} ("is_rpc_path_valid"). */
    public boolean isRpcPathValid() {
        return rpcPaths().isEmpty() || rpcPaths().contains(path());
    }

    public void do_POST() throws IOException {
        if (!isRpcPathValid()) {
            report404();
            return;
        }
        byte[] response;
        try {
            int length = Integer.parseInt(headers().get("content-length", ""));
            byte[] data = decodeRequestContent(rfile().readNBytes(length));
            if (data == null) {
                return; // an answer has been sent
            }
            response = dispatcher.marshaledDispatch(data, path());
        } catch (RuntimeException e) { // a fault in this class, or no Content-Length
            sendResponse(500);
            if (sendTracebackHeader) {
                sendHeader("X-exception", String.valueOf(e.getMessage()));
            }
            sendHeader("Content-length", "0");
            endHeaders();
            return;
        }
        sendResponse(200);
        sendHeader("Content-type", "text/xml");
        Integer threshold = encodeThreshold();
        if (threshold != null
                && response.length > threshold
                && acceptEncodings().getOrDefault("gzip", 0.0) > 0) {
            response = gzipEncode(response);
            sendHeader("Content-Encoding", "gzip");
        }
        sendHeader("Content-length", response.length);
        endHeaders();
        wfile().write(response);
    }

    /**
     * Decompresses the body of a request ("decode_request_content").
     *
     * @param data the body as it was sent
     * @return the XML; null if an answer has been sent already
     */
    public byte @Nullable [] decodeRequestContent(byte[] data) throws IOException {
        String encoding = headers().get("content-encoding", "identity").toLowerCase(Locale.ROOT);
        if (encoding.equals("identity")) {
            return data;
        }
        if (encoding.equals("gzip")) {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(data))) {
                byte[] decoded = gzip.readNBytes(MAX_DECODED_BYTES + 1);
                if (decoded.length <= MAX_DECODED_BYTES) {
                    return decoded;
                }
            } catch (IOException e) {
                // answered below
            }
            sendResponse(400, "error decoding gzip content");
        } else {
            sendResponse(501, "encoding '" + encoding + "' not supported");
        }
        sendHeader("Content-length", "0");
        endHeaders();
        return null;
    }

    /** Answers a request for a path that is not served ("report_404"). */
    public void report404() throws IOException {
        sendResponse(404);
        byte[] response = "No such page".getBytes(US_ASCII);
        sendHeader("Content-type", "text/plain");
        sendHeader("Content-length", response.length);
        endHeaders();
        wfile().write(response);
    }

    @Override
    public void logRequest(String code, String size) {
        if (logRequests) {
            super.logRequest(code, size);
        }
    }

    private static byte[] gzipEncode(byte[] data) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(encoded)) {
            gzip.write(data);
        }
        return encoded.toByteArray();
    }
}
