package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;

/** Reads a cookie and sends two. A library takes the field apart; the one that is sent is a string. */
public class CookieVisits extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        Map<String, String> cookies = cookies();
        int visits = cookies.containsKey("visits") ? Integer.parseInt(cookies.get("visits")) + 1 : 1;
        sendResponse(200);
        sendHeader("Set-Cookie", "visits=" + visits + "; HttpOnly; Max-Age=3600; Path=/");
        sendHeader("Set-Cookie", "theme=dark");
        sendHeader("Content-Type", "text/plain");
        endHeaders();
        wfile().write(("visit " + visits + "\n").getBytes(UTF_8));
    }

    private Map<String, String> cookies() {
        String field = headers().get("Cookie", "");
        NameValuePair[] pairs =
                BasicHeaderValueParser.INSTANCE.parseParameters(field, new ParserCursor(0, field.length()));
        Map<String, String> cookies = new HashMap<>();
        for (NameValuePair pair : pairs) {
            cookies.put(pair.getName(), pair.getValue());
        }
        return cookies;
    }
}
