package dev.gangway.handler;

import dev.gangway.handler.io.Exchange;
import dev.gangway.handler.io.MalformedContentException;
import dev.gangway.handler.io.RequestContent;
import dev.gangway.handler.text.PythonText;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HostUnsupportedException;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests and calls a method for each: for the method {@code SPAM}, {@code do_SPAM()} ("http.server:
 * BaseHTTPRequestHandler"). A subclass defines those methods.
 *
 * <ol>
 *   <li>{@link #handle()} calls {@link #handleOneRequest()} until {@link #closeConnection()} is true;
 *   <li>that reads the request line, and {@link #parseRequest()} the rest of the head;
 *   <li>{@link #dispatch(String)} calls {@code do_SPAM()};
 *   <li>which calls {@link #sendResponse(int)}, {@link #sendHeader(String, String)} and {@link #endHeaders()}, and then
 *       writes the content to {@link #wfile()}.
 * </ol>
 *
 * <pre>{@code
 * public class Hello extends BaseHTTPRequestHandler {
 *     public void do_GET() throws IOException {
 *         byte[] body = "hi".getBytes(UTF_8);
 *         sendResponse(200);
 *         sendHeader("Content-Type", "text/plain");
 *         sendHeader("Content-Length", body.length);
 *         endHeaders();
 *         wfile().write(body);
 *     }
 * }
 * }</pre>
 *
 * <p>A new instance serves each connection, on one thread; on a host without connections of its own, each request. It
 * closes no stream: the host does. What a handler writes is not checked beyond the framing of the response: who writes
 * raw bytes to {@code wfile()} answers for them.
 */
public abstract class BaseHTTPRequestHandler extends HandlerResponses {
    @SuppressWarnings("this-escape") // The reader keeps it for later.
    private final RequestReader reader = new RequestReader(this);

    /** Makes a handler that has served nothing yet. */
    protected BaseHTTPRequestHandler() {}

    /**
     * Serves requests until the connection should close ("http.server: handle").
     *
     * @throws IOException if the connection fails
     */
    @Override
    public void handle() throws IOException {
        closeConnection(true);
        do {
            handleOneRequest();
            endRequest();
        } while (!closeConnection());
    }

    /**
     * Reads one request and answers it ("http.server: handle_one_request").
     *
     * @throws IOException if the connection fails
     */
    public void handleOneRequest() throws IOException {
        try {
            if (reader.readRequestLine() && parseRequest()) {
                if (!dispatch(command())) {
                    sendError(501, "Unsupported method (" + PythonText.repr(command()) + ")");
                }
                wfile().flush();
            }
            endRequest();
        } catch (SocketTimeoutException e) {
            // Python's words for its own exception, which people look for in logs.
            logError("Request timed out: %s", "TimeoutError('timed out')");
            closeConnection(true);
            output().abandon();
        } catch (MalformedContentException e) {
            sendErrorInstead(
                    e.syntax().status(), e.syntax().phrase(), e.syntax().explain());
        } catch (HostUnsupportedException e) {
            if (!output().isUntouched()) {
                throw e;
            }
            sendErrorInstead(501, null, e.getMessage());
        }
    }

    /**
     * Parses {@link #rawRequestline()} and reads the header section ("http.server: parse_request"). Sets {@link
     * #requestline()}, {@link #command()}, {@link #path()}, {@link #requestVersion()}, {@link #headers()} and {@link
     * #closeConnection()}, and makes {@link #rfile()} the request's content.
     *
     * @return false if an answer has been sent already, or none is due
     * @throws IOException if the connection fails
     */
    public boolean parseRequest() throws IOException {
        endRequest();
        output().begin();
        try {
            return reader.parse() && (!reader.expectsContinue() || answerExpect100());
        } catch (MessageSyntaxException e) {
            sendError(e.status(), e.phrase(), e.explain());
            closeConnection(true);
            connection().phase(HandlerConnection.Phase.CLOSING);
            return false;
        }
    }

    /**
     * Answers {@code Expect: 100-continue} ("http.server: handle_expect_100"). The default sends 100 (Continue); an
     * override may send an error instead and return false.
     *
     * @return whether the request should be served
     * @throws IOException if the connection fails
     */
    public boolean handleExpect100() throws IOException {
        sendResponseOnly(100);
        endHeaders();
        return true;
    }

    /**
     * Calls the public method {@code do_COMMAND()} without arguments, if there is one (Python's {@code getattr(self, 'do_'
     * + command)}). Override it to answer every method in one place.
     *
     * @param command the request's method
     * @return false if the method is not supported, which is answered with 501
     * @throws IOException if the connection fails
     */
    public boolean dispatch(String command) throws IOException {
        return DispatchTable.of(getClass()).call(this, command);
    }

    @Override
    final Exchange exchange() {
        return new CurrentExchange();
    }

    /** Ends the request that is being served, if there is one: what is left of it must not be read as the next one. */
    private void endRequest() throws IOException {
        RequestContent content = reader.takeContent();
        if (content == null) {
            return;
        }
        if (dropPendingHeaders()) {
            closeConnection(true);
        }
        output().finish();
        boolean unreadable = reader.awaitsContinue() && !content.isComplete();
        if (!closeConnection()
                && (unreadable || !Drain.run(connection(), content, maxDrainedBytes(), drainTimeout()))) {
            closeConnection(true);
        }
        if (closeConnection() && !content.isComplete()) {
            connection().phase(HandlerConnection.Phase.CLOSING);
        }
        content(null);
    }

    private boolean answerExpect100() throws IOException {
        boolean served = handleExpect100();
        if (served) {
            reader.continued();
        }
        return served;
    }

    private void sendErrorInstead(int code, @Nullable String message, @Nullable String explain) throws IOException {
        dropPendingHeaders();
        if (output().isUntouched()) {
            sendError(code, message, explain);
        } else {
            output().abandon();
        }
        endRequest();
        closeConnection(true);
    }

    /** Lets the framing of responses see the request. */
    private final class CurrentExchange implements Exchange {
        @Override
        public String method() {
            return command();
        }

        @Override
        public boolean isSimple() {
            return isSimpleRequest();
        }

        @Override
        public boolean understandsChunks() {
            return requestVersion().compareTo("HTTP/1.1") >= 0;
        }

        @Override
        public boolean closes() {
            return closeConnection();
        }

        @Override
        public void close() {
            closeConnection(true);
        }
    }
}
