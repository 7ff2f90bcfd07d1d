package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.util.List;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;

/** Routes by path and reads the query. A library decodes; {@code parse_qs} drops blank values. */
public class QueryRoutes extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        String[] url = path().split("\\?", 2);
        List<NameValuePair> query = url.length < 2 ? List.of() : WWWFormCodec.parse(url[1], UTF_8);
        switch (url[0]) {
            case "/hello" -> {
                List<String> names = values(query, "name");
                reply(200, "Hello, " + (names.isEmpty() ? "world" : names.get(0)) + "!\n");
            }
            case "/add" ->
                reply(
                        200,
                        values(query, "n").stream().mapToInt(Integer::parseInt).sum() + "\n");
            default -> reply(404, "Nothing at " + url[0] + "\n");
        }
    }

    private static List<String> values(List<NameValuePair> query, String name) {
        return query.stream()
                .filter(pair -> pair.getName().equals(name))
                .map(NameValuePair::getValue)
                .filter(value -> value != null && !value.isEmpty())
                .toList();
    }

    private void reply(int code, String text) throws IOException {
        byte[] data = text.getBytes(UTF_8);
        sendResponse(code);
        sendHeader("Content-Type", "text/plain; charset=utf-8");
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }
}
