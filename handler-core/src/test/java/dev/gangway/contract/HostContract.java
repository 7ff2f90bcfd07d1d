package dev.gangway.contract;

import dev.gangway.host.HandlerFactory;
import java.lang.reflect.AnnotatedElement;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** What the contract classes share: a host, and the requests that are sent to it. */
public abstract class HostContract {
    private @Nullable RunningHost running;

    /** Returns the host under test. */
    protected abstract Host host();

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
    final void stopHost() {
        if (running != null) {
            running.close();
        }
    }

    /** Starts the host; it is closed when the test ends. */
    protected final RunningHost start(HandlerFactory factory) throws Exception {
        running = host().start(factory);
        return running;
    }

    /** Starts the host, sends these bytes on one connection and returns all that came back as text. */
    protected final String exchange(HandlerFactory factory, String request) throws Exception {
        byte[] response = start(factory).exchange(latin(request));
        return new String(response, StandardCharsets.ISO_8859_1);
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
}
