package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.io.MalformedResponseException;
import dev.gangway.host.MemoryHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a handler writes as raw bytes reaches the client the same, in however many writes; and where another answer follows on
 * the connection, every client finds it there, in whatever way it reads, and whenever the handler has flushed.
 */
public final class ResponseFuzz {
    private static final String[] REQUESTS = {
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /\r\n",
        "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n"
    };

    private static final String NEXT = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnext";
    private static final List<ClientReading> CLIENTS = ClientReading.all();

    private ResponseFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        FuzzInput input = new FuzzInput(data);
        byte[] request = REQUESTS[input.choose(REQUESTS.length)].getBytes(StandardCharsets.ISO_8859_1);
        int piece = 1 + input.choose(40);
        byte[] response = input.rest();
        String whole = answer(request, response, response.length + 1);
        String pieces = answer(request, response, piece);
        require(whole.equals(pieces), "in one write:\n" + whole + "\nin pieces of " + piece + ":\n" + pieces);
        checkInStep(request, response, response.length + 1);
        checkInStep(request, response, piece);
    }

    /** Asks for another answer on the same connection. If it comes, it stands where every client looks for it. */
    private static void checkInStep(byte[] request, byte[] response, int piece) {
        String first = new String(request, StandardCharsets.ISO_8859_1);
        if (first.startsWith("CONNECT") || !first.contains("HTTP/1.")) {
            return;
        }
        String requests = (first + "GET /next HTTP/1.1\r\nHost: x\r\n\r\n")
                .replace("HTTP/1.0\r\n\r\n", "HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        byte[] all = new MemoryHost(() -> new Raw(response, piece, true))
                .exchange(requests.getBytes(StandardCharsets.ISO_8859_1));
        String text = new String(all, StandardCharsets.ISO_8859_1);
        if (!text.endsWith(NEXT) || new String(response, StandardCharsets.ISO_8859_1).contains("next")) {
            return;
        }
        int begin = text.length() - NEXT.length();
        for (ClientReading client : CLIENTS) {
            int end = client.end(all, first.startsWith("HEAD"));
            require(
                    end == begin || end == ClientReading.REFUSED,
                    client + " finds the end at " + end + ", not at " + begin + ":\n" + text);
        }
    }

    private static String answer(byte[] request, byte[] response, int piece) {
        MemoryHost host = new MemoryHost(() -> new Raw(response, piece));
        byte[] answer = host.exchange(request);
        for (Throwable error : host.errors()) {
            if (!(error instanceof MalformedResponseException)) {
                throw new AssertionError("an error of our own", error);
            }
        }
        // How much of malformed chunks went out before they were found to be so may differ.
        return host.errors().isEmpty() ? new String(answer, StandardCharsets.ISO_8859_1) : "malformed";
    }

    /** Writes what it is told. */
    public static final class Raw extends BaseHTTPRequestHandler {
        private final byte[] response;
        private final int piece;
        private final boolean flushes;

        Raw(byte[] response, int piece) {
            this(response, piece, false);
        }

        Raw(byte[] response, int piece, boolean flushes) {
            this.response = response;
            this.piece = piece;
            this.flushes = flushes;
            protocolVersion("HTTP/1.1");
        }

        @Override
        public boolean dispatch(String command) throws IOException {
            byte[] bytes = path().equals("/next") ? NEXT.getBytes(StandardCharsets.ISO_8859_1) : response;
            for (int at = 0; at < bytes.length; at += piece) {
                wfile().write(Arrays.copyOfRange(bytes, at, Math.min(at + piece, bytes.length)));
                if (flushes) {
                    wfile().flush();
                }
            }
            return true;
        }
    }
}
