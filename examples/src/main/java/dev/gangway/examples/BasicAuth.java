package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.IOException;
import java.util.Base64;

/** Asks for a name and a password. A method that only others should call has no name that begins with do_. */
public class BasicAuth extends SimpleHTTPRequestHandler {
    private static final String KEY = Base64.getEncoder().encodeToString("user:secret".getBytes(UTF_8));

    /** A client may call it too, as in Python: AUTHHEAD is a method like any other. */
    public void do_AUTHHEAD() throws IOException {
        sendResponse(401);
        sendHeader("WWW-Authenticate", "Basic realm=\"Files\"");
        sendHeader("Content-Type", "text/html");
        endHeaders();
    }

    @Override
    public void do_GET() throws IOException {
        String given = headers().get("Authorization");
        if (given == null) {
            do_AUTHHEAD();
            wfile().write("no auth header received\n".getBytes(UTF_8));
        } else if (given.equals("Basic " + KEY)) {
            super.do_GET();
        } else {
            do_AUTHHEAD();
            wfile().write("not you\n".getBytes(UTF_8));
        }
    }
}
