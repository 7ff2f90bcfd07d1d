package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import org.json.JSONException;
import org.json.JSONObject;

/** Reads a body of known length, as JSON. */
public class JsonEcho extends BaseHTTPRequestHandler {
    public void do_POST() throws IOException {
        int length = Integer.parseInt(headers().get("Content-Length", "0"));
        int sum = 0;
        try {
            JSONObject data = new JSONObject(new String(rfile().readNBytes(length), UTF_8));
            for (Object number : data.getJSONArray("numbers")) {
                sum += (Integer) number;
            }
        } catch (JSONException e) {
            sendError(400, "Not JSON");
            return;
        }
        byte[] answer = ("{\"sum\": " + sum + "}").getBytes(UTF_8);
        sendResponse(200);
        sendHeader("Content-Type", "application/json");
        sendHeader("Content-Length", answer.length);
        endHeaders();
        wfile().write(answer);
    }
}
