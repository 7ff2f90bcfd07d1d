package dev.gangway.servlet;

import dev.gangway.handler.store.PinnedChannel;
import dev.gangway.handler.text.ErrorPage;
import dev.gangway.handler.text.LogLine;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerFactory;
import dev.gangway.host.HandlerServer;
import dev.gangway.host.HostUnsupportedException;
import dev.gangway.host.MessageConnection;
import dev.gangway.host.RequestHead;
import dev.gangway.host.ResponseHead;
import dev.gangway.http.HTTPStatus;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request of a container, and the response to it, as a connection that a handler runs on. */
final class ServletConnection implements MessageConnection {
    private static final int EARLY_HINTS = 103;

    private final Deployment deployment;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final RequestHeads heads;
    private final ContentInput in;
    private final ContentOutput out;
    private @Nullable HandlerServer server;
    private @Nullable HeldLog heldLog;
    private @Nullable InetSocketAddress clientAddress;
    private @Nullable Duration timeout;
    private @Nullable ResponseHead upgrade;
    private @Nullable ResponseTrailers trailers;
    private @Nullable ResponseHead sentHead;
    private @Nullable EarlyHints earlyHints;
    private @Nullable String mountPath;
    private boolean passedOn;
    private volatile boolean cut;

    ServletConnection(Deployment deployment, HttpServletRequest request, HttpServletResponse response) {
        this.deployment = deployment;
        this.request = request;
        this.response = response;
        heads = RequestHeads.of(request, deployment.sessionParameter(), deployment.isFilter());
        in = new ContentInput(request::getInputStream, false);
        out = new ContentOutput(this::openOutput, deployment.bufferWriter());
    }

    @Override
    public RequestHead requestHead() {
        return heads.head();
    }

    @Override
    public List<String> requestFields(String name) {
        return heads.fields().values(name);
    }

    @Override
    public InputStream rfile() {
        return in;
    }

    @Override
    public OutputStream wfile() {
        return out;
    }

    /** A container sends 100 (Continue) by itself, when the content is read. */
    @Override
    public void sendInterim(ResponseHead head) {
        if (head.status() == EARLY_HINTS && !request.getProtocol().equals("HTTP/1.0")) {
            EarlyHints hints = earlyHints == null ? new EarlyHints() : earlyHints;
            earlyHints = hints;
            hints.send(head, request.getServletContext(), response);
        }
    }

    @Override
    public void sendHead(ResponseHead head, boolean close) {
        if (passedOn) {
            throw new PassOnSignal();
        }
        sentHead = head;
        // A handler that speaks HTTP/1.0 closes every connection; that is no wish for this one.
        boolean wantsClose = close && (!head.version().equals("HTTP/1.0") || saysClose(head));
        ResponseFields fields = new ResponseFields(
                deployment.rewritesLocation() ? mountPath() : "",
                isHttp1(),
                request.getProtocol().equals("HTTP/1.1"));
        if (earlyHints != null) {
            earlyHints.takeBack(response);
        }
        long length = fields.send(head, wantsClose, response);
        if (head.status() == 200) {
            keepErrorStatus();
        }
        if (length < 0) {
            trailers = new ResponseTrailers();
            trailers.announce(head, response);
        }
        out.begin(length);
    }

    /** A page that stands for an error goes out as one, though the handler does not know. */
    private void keepErrorStatus() {
        if (request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            response.setStatus(status);
        }
    }

    @Override
    public void sendTrailers(List<Map.Entry<String, String>> fields) {
        if (trailers != null) {
            trailers.set(fields);
        }
    }

    @Override
    public void upgrade(ResponseHead head) {
        if (head.status() != 101
                || !request.getProtocol().equals("HTTP/1.1")
                || request.getHeader("Upgrade") == null
                || in.isTouched()) {
            throw new HostUnsupportedException("This request in a servlet container", "a change of protocol");
        }
        upgrade = head;
        throw new UpgradeSignal();
    }

    @Override
    public InetSocketAddress clientAddress() {
        InetSocketAddress address = clientAddress;
        if (address == null) {
            address = ClientFacts.clientAddress(request);
            clientAddress = address;
        }
        return address;
    }

    @Override
    public HandlerServer server() {
        HandlerServer known = server;
        if (known == null) {
            known = ContextServer.of(deployment, request);
            if (request.getHeader("Upgrade") != null) {
                heldLog = new HeldLog(known);
                known = heldLog;
            }
            server = known;
        }
        return known;
    }

    @Override
    public @Nullable Duration timeout() {
        return timeout;
    }

    /** Takes note of the limit; the container has its own, which a servlet cannot change. */
    @Override
    public void timeout(@Nullable Duration limit) {
        timeout = limit;
        if (limit != null) {
            deployment.timeoutNotice().give(limit);
        }
    }

    @Override
    public boolean isSecure() {
        return request.isSecure();
    }

    @Override
    public InetSocketAddress localAddress() {
        return ClientFacts.localAddress(request);
    }

    @Override
    public List<X509Certificate> peerCertificates() {
        return ClientFacts.certificates(request);
    }

    @Override
    public @Nullable Principal principal() {
        return request.getUserPrincipal();
    }

    @Override
    public @Nullable String authType() {
        return request.getAuthType();
    }

    @Override
    public boolean isUserInRole(String role) {
        return request.isUserInRole(role);
    }

    @Override
    public boolean authenticates() {
        return true;
    }

    @Override
    public String mountPath() {
        String path = mountPath;
        if (path == null) {
            path = heads.mount().mountPath();
            if (deployment.believesForwardedPrefix()) {
                path = ForwardedPrefix.of(request.getHeader(ForwardedPrefix.FIELD)) + path;
            }
            mountPath = path;
        }
        return path;
    }

    @Override
    public boolean rewritesLocation() {
        return deployment.rewritesLocation();
    }

    @Override
    public void lacks(Lack what) {
        boolean passes = deployment.isFilter() && (what == Lack.METHOD || deployment.passesOnWithoutFile());
        if (passes && sentHead == null && !in.isTouched()) {
            passedOn = true;
            throw new PassOnSignal();
        }
    }

    @Override
    public long transferFrom(FileChannel file, long position, long count) throws IOException {
        if (file instanceof PinnedChannel pinned
                && out.expects(count)
                && deployment.sendfile().order(pinned, position, count, request, response)) {
            out.leaveTo(response);
            return count;
        }
        return deployment.fileCopy().send(file, position, count, out);
    }

    @Override
    public void abort() {
        cut = true;
    }

    @Override
    public boolean isEnding() {
        return deployment.sight().isDraining();
    }

    /** Returns how many bytes of content were sent. */
    long sentBytes() {
        return out.count();
    }

    /** Tells whether the client asks for the mount itself, where relative links would lead beside it. */
    boolean lacksSlash() {
        String method = request.getMethod();
        return heads.mount().path().isEmpty() && (method.equals("GET") || method.equals("HEAD"));
    }

    /** Sends the client to the mount with a slash behind it, as to any other directory. */
    void redirectToSlash() {
        String query = request.getQueryString();
        response.setStatus(301);
        response.setHeader("Location", mountPath() + "/" + (query == null ? "" : "?" + query));
        response.setContentLength(0);
    }

    /** Tells whether the handler has passed the request on. */
    boolean isPassedOn() {
        return passedOn;
    }

    /** Ends without a response: the handler has passed the request on. */
    void leave() {
        heads.fields().end();
        if (heldLog != null) {
            heldLog.release();
        }
    }

    /** Returns the 101 that the handler has answered with, or null. */
    @Nullable ResponseHead upgrade() {
        return upgrade;
    }

    /**
     * Ends the response after the handler.
     *
     * @param error what the handler threw, or null
     * @throws CutResponseException if the container has to break the connection
     */
    void end(@Nullable Throwable error) throws IOException {
        heads.fields().end();
        if (heldLog != null) {
            heldLog.release();
        }
        boolean gone = error instanceof ClientGoneException || in.hasFailed();
        if (error != null && !gone) {
            server().handleError(this, error);
        }
        if (sentHead == null) {
            if (error == null && !gone) {
                server().log(LogLine.escape(
                        "no response by the handler to \"" + requestHead().requestLine() + "\""));
            }
            answerInstead(gone ? (in.hasTimedOut() ? 408 : 400) : 500);
        } else if (!out.hasFailed() && (error != null || cut)) {
            out.discard();
            ConnectionCut.cut(request, response);
            throw new CutResponseException();
        }
    }

    /**
     * Lets the container give the connection away: the handler is run again on it, see {@link ReplayedUpgrade}.
     *
     * @param factory makes the handler that goes on
     */
    void switchProtocols(HandlerFactory factory) throws IOException, ServletException {
        new ResponseFields("", true, true).sendUpgrade(Objects.requireNonNull(upgrade), response);
        request.upgrade(ReplayedUpgrade.class).prepare(factory, UpgradedConnection.of(this, deployment, request));
    }

    /** The page that includes this response, a JSP above all, may be writing text already. */
    private OutputStream openOutput() throws IOException {
        try {
            return response.getOutputStream();
        } catch (IllegalStateException e) {
            if (request.getDispatcherType() != DispatcherType.INCLUDE) {
                throw e;
            }
            return new TextOutput(response.getWriter(), TextOutput.charset(sentHead));
        }
    }

    private void answerInstead(int status) {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status);
        if (isHttp1()) {
            response.setHeader("Connection", "close");
        }
        HTTPStatus known = Objects.requireNonNull(HTTPStatus.of(status));
        byte[] page = ErrorPage.render(ErrorPage.DEFAULT_FORMAT, status, known.phrase(), known.description());
        response.setContentType(ErrorPage.DEFAULT_CONTENT_TYPE);
        response.setContentLength(page.length);
        if (!request.getMethod().equals("HEAD")) {
            try {
                response.getOutputStream().write(page);
            } catch (IOException e) {
                // The client does not want to know.
            }
        }
    }

    private boolean isHttp1() {
        return request.getProtocol().startsWith("HTTP/1.");
    }

    private static boolean saysClose(ResponseHead head) {
        return head.fields().stream()
                .anyMatch(field -> field.getKey().equalsIgnoreCase("Connection")
                        && List.of(field.getValue().toLowerCase(Locale.ROOT).split("[ \t]*,[ \t]*"))
                                .contains("close"));
    }
}
