package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;

/** Reads a form that was posted. */
public class FormPost extends BaseHTTPRequestHandler {
    public void do_POST() throws IOException {
        int length = Integer.parseInt(headers().get("Content-Length", ""));
        String body = new String(rfile().readNBytes(length), US_ASCII);
        Map<String, List<String>> form = new HashMap<>();
        for (NameValuePair field : WWWFormCodec.parse(body, UTF_8)) {
            if (!field.getValue().isEmpty()) {
                form.computeIfAbsent(field.getName(), name -> new ArrayList<>()).add(field.getValue());
            }
        }
        String likes = String.join(" and ", form.getOrDefault("likes", List.of("nothing")));
        String name = form.getOrDefault("name", List.of()).get(0);
        byte[] data = ("<p>Dear " + escape(name) + ", you like " + escape(likes) + ".</p>\n").getBytes(UTF_8);
        sendResponse(200);
        sendHeader("Content-Type", "text/html; charset=utf-8");
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;");
    }
}
