package dev.gangway.standalone;

import dev.gangway.host.Handler;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerFactory;
import dev.gangway.host.RequestInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Handlers that know no HTTP, so that the tests are of the server alone. */
final class Handlers {
    private Handlers() {}

    /** Answers each line with the same line; ends at an empty one or the end of the stream. */
    static HandlerFactory echo() {
        return () -> connection -> {
            RequestInputStream in = new RequestInputStream(connection.rfile());
            while (true) {
                connection.phase(HandlerConnection.Phase.IDLE);
                byte[] line = in.readline();
                if (line.length <= 1) {
                    return;
                }
                connection.phase(HandlerConnection.Phase.REQUEST);
                connection.wfile().write(line);
            }
        };
    }

    /** Reads a line, then does what it is told. */
    static HandlerFactory afterLine(Handler work) {
        return () -> connection -> {
            readLine(connection);
            connection.phase(HandlerConnection.Phase.REQUEST);
            work.run(connection);
        };
    }

    static HandlerFactory saying(String text) {
        return afterLine(connection -> write(connection, text));
    }

    static void write(HandlerConnection connection, String text) throws IOException {
        connection.wfile().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads byte by byte, so that nothing beyond the line is taken. */
    static String readLine(HandlerConnection connection) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = connection.rfile().read();
                b >= 0 && b != '\n';
                b = connection.rfile().read()) {
            line.append((char) b);
        }
        return line.toString();
    }
}
