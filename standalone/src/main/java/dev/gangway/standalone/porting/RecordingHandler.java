package dev.gangway.standalone.porting;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.TestResponse;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Passes a request on to another server as it came, and its response back, and writes both down. */
final class RecordingHandler extends BaseHTTPRequestHandler {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final InetSocketAddress target;
    private final Recording recording;

    RecordingHandler(InetSocketAddress target, Recording recording) {
        this.target = target;
        this.recording = recording;
        protocolVersion("HTTP/1.1");
        decodeChunked(false); // chunks go on as they came
    }

    @Override
    public boolean dispatch(String command) throws IOException {
        if (command.equals("CONNECT")) {
            return false;
        }
        closeConnection(true);
        byte[] request = request();
        byte[] response;
        try {
            response = ask(request, command);
        } catch (IOException e) {
            sendError(502, null, String.valueOf(e.getMessage()));
            return true;
        }
        recording.add(command, path(), request, response);
        wfile().write(response);
        return true;
    }

    private byte[] request() throws IOException {
        StringBuilder head = new StringBuilder(requestline()).append("\r\n");
        headers()
                .items()
                .forEach(field -> head.append(field.getKey())
                        .append(": ")
                        .append(field.getValue())
                        .append("\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        rfile().transferTo(bytes);
        return bytes.toByteArray();
    }

    /** The interim 100 has been sent already; those that come now would only be in the way. */
    private byte[] ask(byte[] request, String method) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(target, TIMEOUT_MILLIS);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            TestResponse response = TestResponse.read(in, method);
            while (response.isInterim()) {
                response = TestResponse.read(in, method);
            }
            return response.rawBytes();
        }
    }
}
