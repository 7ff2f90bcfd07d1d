package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.io.MalformedResponseException;
import dev.gangway.host.MemoryHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a handler writes as raw bytes reaches the client the same, in however many writes; a HEAD has no content. */
public final class ResponseFuzz {
    private static final String[] REQUESTS = {
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /\r\n",
        "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n"
    };

    private ResponseFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        FuzzInput input = new FuzzInput(data);
        byte[] request = REQUESTS[input.choose(REQUESTS.length)].getBytes(StandardCharsets.ISO_8859_1);
        int piece = 1 + input.choose(40);
        byte[] response = input.rest();
        String whole = answer(request, response, response.length + 1);
        String pieces = answer(request, response, piece);
        require(whole.equals(pieces), "in one write:\n" + whole + "\nin pieces of " + piece + ":\n" + pieces);
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

        Raw(byte[] response, int piece) {
            this.response = response;
            this.piece = piece;
            protocolVersion("HTTP/1.1");
        }

        @Override
        public boolean dispatch(String command) throws IOException {
            for (int at = 0; at < response.length; at += piece) {
                wfile().write(Arrays.copyOfRange(response, at, Math.min(at + piece, response.length)));
            }
            return true;
        }
    }
}
