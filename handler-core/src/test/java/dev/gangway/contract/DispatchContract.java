package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which method of a handler answers a request. */
public abstract class DispatchContract extends HostContract {
    /** Has methods that answer, and methods that must not. */
    static class Many extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            reply(this, "GET");
        }

        public void do_SPAM() throws IOException {
            reply(this, "SPAM");
        }

        public void do_PROPFIND() throws IOException {
            reply(this, "PROPFIND");
        }

        public void do_OPTIONS() throws IOException {
            reply(this, "OPTIONS");
        }

        public void do_DELETE() throws IOException {
            reply(this, "DELETE");
        }

        public void do_PATCH() throws IOException {
            reply(this, "PATCH");
        }

        public void do_M_SEARCH() throws IOException {
            reply(this, "M_SEARCH");
        }

        public void do_ARGUMENT(String argument) throws IOException {
            reply(this, argument);
        }

        public static void do_STATIC() {
            throw new AssertionError("called");
        }

        protected void do_PROTECTED() {
            throw new AssertionError("called");
        }

        @SuppressWarnings("unused")
        private void do_PRIVATE() {
            throw new AssertionError("called");
        }

        public void dogET() {
            throw new AssertionError("called");
        }
    }

    /** Inherits its methods from a class that is not public. */
    public static class Inheriting extends Many {
        @Override
        public void do_SPAM() throws IOException {
            reply(this, "overridden");
        }
    }

    private RawResponse ask(dev.gangway.host.HandlerFactory factory, String method) throws Exception {
        byte[] all = start(factory).exchange(latin(request(method + " /", "Connection: close")));
        return RawResponse.readOne(all, method);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"GET", "SPAM", "PROPFIND", "OPTIONS", "DELETE", "PATCH", "M_SEARCH"})
    void findsTheMethodWhateverTheToken(String method) throws Exception {
        assertEquals(method, ask(Many::new, method).text());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"get", "Spam", "UNKNOWN", "ARGUMENT", "STATIC", "PROTECTED", "PRIVATE", "M-SEARCH", "HEAD"})
    void answers501ForWhatIsNoMethod(String method) throws Exception {
        assertEquals(501, ask(Many::new, method).status());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GET, GET", "SPAM, overridden"})
    void findsInheritedMethods(String method, String expected) throws Exception {
        assertEquals(expected, ask(Inheriting::new, method).text());
    }

    @Test
    void findsMethodsOfAnAnonymousClass() throws Exception {
        RawResponse response = ask(
                () -> new Many() {
                    @SuppressWarnings("unused")
                    public void do_LOCAL() throws IOException {
                        reply(this, "LOCAL");
                    }
                },
                "LOCAL");
        assertEquals("LOCAL", response.text());
    }

    @Test
    void canBeOverriddenToAnswerEverything() throws Exception {
        assertEquals(
                "ANYTHING /",
                ask(answering(h -> reply(h, h.command() + " " + h.path())), "ANYTHING")
                        .text());
    }
}
