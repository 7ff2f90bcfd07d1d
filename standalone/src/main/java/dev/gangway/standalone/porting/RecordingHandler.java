package dev.gangway.standalone.porting;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.ClientGoneException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Passes a request on to another server as it came, and its response back as it comes, and writes both down. */
final class RecordingHandler extends BaseHTTPRequestHandler {
    /** How long a server may be silent. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InetSocketAddress target;
    private final Recording recording;
    private final Duration patience;

    RecordingHandler(InetSocketAddress target, Recording recording, Duration patience) {
        this.target = target;
        this.recording = recording;
        this.patience = patience;
        protocolVersion("HTTP/1.1");
        decodeChunked(false); // chunks go on as they came
    }

    @Override
    public boolean dispatch(String command) throws IOException {
        if (command.equals("CONNECT")) {
            return false;
        }
        closeConnection(true);
        try (Socket server = new Socket();
                Recording.Exchange exchange = recording.begin(command, path())) {
            try {
                ask(server, exchange);
            } catch (ClientGoneException e) {
                exchange.drop();
                throw e;
            } catch (IOException e) {
                exchange.drop();
                sendError(502, null, "cannot ask " + target + ": " + e.getMessage());
                return true;
            }
            relay(server, command, exchange);
        }
        return true;
    }

    private byte[] head() {
        StringBuilder head = new StringBuilder(requestline()).append("\r\n");
        headers()
                .items()
                .forEach(field -> head.append(field.getKey())
                        .append(": ")
                        .append(field.getValue())
                        .append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void ask(Socket server, Recording.Exchange exchange) throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        server.setSoTimeout(millis);
        server.connect(target, millis);
        server.setTcpNoDelay(true);
        byte[] buffer = head();
        for (int count = buffer.length; count >= 0; count = rfile().read(buffer)) {
            exchange.addRequest(buffer, count);
            server.getOutputStream().write(buffer, 0, count);
            buffer = buffer.length < BUFFER_BYTES ? new byte[BUFFER_BYTES] : buffer;
        }
        if (!asksToSwitch()) {
            server.shutdownOutput();
        }
    }

    /** Tells whether the client may go on in another protocol (RFC 9110 §7.8). */
    private boolean asksToSwitch() {
        return headers().get("Upgrade") != null;
    }

    private void relay(Socket server, String method, Recording.Exchange exchange) throws IOException {
        InputStream in = new BufferedInputStream(server.getInputStream());
        Relay relay = new Relay(in, wfile(), exchange);
        try {
            ResponseEnd end = relay.passHead(method);
            passRest(server, relay, end, exchange);
            logRequest(end.status() == 0 ? "(no answer)" : Integer.toString(end.status()), exchange.name());
        } catch (Relay.ClientLeftException | ClientGoneException e) {
            wentOn(exchange, "the client left before the response ended");
        } catch (SocketTimeoutException e) {
            wentOn(exchange, "the server was silent for " + patience.toSeconds() + " seconds");
        }
    }

    private void passRest(Socket server, Relay relay, ResponseEnd end, Recording.Exchange exchange) throws IOException {
        if (asksToSwitch() && end.status() == 101) {
            new Tunnel(rfile(), connection()::clientHasEnded, server, relay, exchange).pass();
            return;
        }
        if (asksToSwitch()) {
            server.shutdownOutput();
        }
        relay.passBody(end);
    }

    private void wentOn(Recording.Exchange exchange, String why) throws IOException {
        exchange.wentOn();
        logMessage("%s: %s; what came until then is recorded", exchange.name(), why);
    }
}
