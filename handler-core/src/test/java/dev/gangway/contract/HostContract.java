package dev.gangway.contract;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** What the contract classes share: a host, and the requests that are sent to it. */
public abstract class HostContract implements OnHost {
    private final List<RunningHost> running = new ArrayList<>();

    @BeforeEach
    final void skipWhatThisHostCannotDo(TestInfo info) {
        info.getTestMethod().ifPresent(this::assumeNotRuledOut);
        info.getTestClass().ifPresent(this::assumeNotRuledOut);
    }

    private void assumeNotRuledOut(AnnotatedElement element) {
        Needs needs = element.getAnnotation(Needs.class);
        if (needs != null) {
            for (HostDifference difference : needs.without()) {
                Assumptions.assumeFalse(host().differences().contains(difference), difference::reason);
            }
        }
    }

    @AfterEach
    final void stopHosts() {
        running.forEach(RunningHost::close);
    }

    /** Starts the host; it is closed when the test ends. */
    protected final RunningHost start(HandlerFactory factory) throws Exception {
        RunningHost host = host().start(factory);
        running.add(host);
        return host;
    }

    /** Starts the host, sends these bytes on one connection and returns all that came back as text. */
    protected final String exchange(HandlerFactory factory, String request) throws Exception {
        byte[] response = start(factory).exchange(latin(request));
        return new String(response, StandardCharsets.ISO_8859_1);
    }

    /** Starts the host, sends these bytes on one connection and reads every response to requests with these methods. */
    protected final List<RawResponse> responses(HandlerFactory factory, String requests, String... methods)
            throws Exception {
        return RawResponse.readAll(start(factory).exchange(latin(requests)), methods);
    }

    /** Encodes a request. */
    protected static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Writes a request head for HTTP/1.1 with a Host field; a body may be appended. */
    protected static String request(String line, String... fields) {
        StringBuilder request = new StringBuilder(line).append(" HTTP/1.1\r\nHost: x\r\n");
        for (String field : fields) {
            request.append(field).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    /** What a handler does for a request, whatever the method. */
    @FunctionalInterface
    protected interface Step {
        /** Answers the request that the handler has read. */
        void answer(BaseHTTPRequestHandler handler) throws IOException;
    }

    /** Returns a factory of handlers for HTTP/1.1 that answer every method with one step. */
    protected static HandlerFactory answering(Step step) {
        return () -> {
            Stepping handler = new Stepping(step);
            handler.protocolVersion("HTTP/1.1");
            return handler;
        };
    }

    /** A handler that answers every method with one step. */
    protected static class Stepping extends BaseHTTPRequestHandler {
        private final Step step;

        /** Makes a handler for HTTP/1.0. */
        protected Stepping(Step step) {
            this.step = step;
        }

        @Override
        public boolean dispatch(String command) throws IOException {
            step.answer(this);
            return true;
        }
    }

    /** Answers 200 with text and its length. */
    protected static void reply(BaseHTTPRequestHandler handler, String text) throws IOException {
        byte[] data = latin(text);
        handler.sendResponse(200);
        handler.sendHeader("Content-Type", "text/plain");
        handler.sendHeader("Content-Length", data.length);
        handler.endHeaders();
        handler.wfile().write(data);
    }

    /** Returns the status codes of some responses. */
    protected static List<Integer> statuses(List<RawResponse> responses) {
        return responses.stream().map(RawResponse::status).toList();
    }

    /** Returns the contents of some responses. */
    protected static List<String> texts(List<RawResponse> responses) {
        return responses.stream().map(RawResponse::text).toList();
    }
}
