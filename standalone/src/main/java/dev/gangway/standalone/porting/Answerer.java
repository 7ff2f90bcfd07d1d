package dev.gangway.standalone.porting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One side of a comparison: it has an answer to each request. */
interface Answerer extends AutoCloseable {
    /** A file needs no patience. */
    Duration RECORDED = Duration.ofHours(1);

    /**
     * Answers a request.
     *
     * @param file what to ask
     * @return the answer, or what went wrong
     * @throws IOException if the side cannot answer at all
     */
    Reply answer(RequestFile file) throws IOException;

    @Override
    default void close() {}

    /**
     * Returns the side that a word of the command line means.
     *
     * @param server {@code http://HOST:PORT}, or a command with {@code {port}} in it
     * @param timeout how long to wait for an answer
     * @return the side, to be closed
     * @throws IOException if nothing listens there, the command cannot be started, or what it starts does not listen
     */
    static Answerer of(String server, Duration timeout) throws IOException {
        ServerAddress address = ServerAddress.of(server);
        if (address == null) {
            return StartedServer.start(server, timeout);
        }
        SocketExchange.connect(address, timeout).close();
        return file -> SocketExchange.send(address, timeout, file);
    }

    /** Returns the side that gives the recorded answers. */
    static Answerer recorded() {
        return file -> {
            Path response = file.recordedResponse();
            if (response == null) {
                throw new IOException("no response was recorded for " + file.name() + "; give two servers");
            }
            var bytes = new ByteArrayInputStream(Files.readAllBytes(response));
            Reply reply = Reply.read(bytes, RECORDED, file.methods());
            return response.toString().endsWith(Recording.STREAM) ? reply.whichWentOn() : reply;
        };
    }
}
