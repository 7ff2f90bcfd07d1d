package dev.gangway.example;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Says who is logged in: the user of the container's own login, or the guest who has sent name and password with the
 * request (Basic, RFC 7617). With {@code ?login} it asks for them.
 */
public class WhoAmI extends BaseHTTPRequestHandler {
    private static final String GUEST =
            "Basic " + Base64.getEncoder().encodeToString("guest:gangway".getBytes(StandardCharsets.UTF_8));

    /** Makes a handler. */
    public WhoAmI() {}

    /**
     * Answers with the user's name.
     *
     * @throws IOException if the connection fails
     */
    public void do_GET() throws IOException {
        String user = user();
        if (user == null && path().contains("?login")) {
            sendResponse(401);
            sendHeader("WWW-Authenticate", "Basic realm=\"Gangway example\"");
            sendHeader("Content-Length", 0);
            endHeaders();
            return;
        }
        byte[] content =
                (user == null ? "No user is logged in.\n" : user + " is logged in.\n").getBytes(StandardCharsets.UTF_8);
        sendResponse(200);
        sendHeader("Content-Type", "text/plain; charset=utf-8");
        sendHeader("Cache-Control", "no-store");
        sendHeader("Content-Length", content.length);
        endHeaders();
        wfile().write(content);
    }

    private @Nullable String user() {
        Principal user = connection().principal();
        if (user != null) {
            return user.getName();
        }
        return headers().get("Authorization", "").equals(GUEST) ? "guest" : null;
    }
}
