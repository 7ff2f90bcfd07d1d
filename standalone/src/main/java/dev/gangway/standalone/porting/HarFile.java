package dev.gangway.standalone.porting;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** Reads the requests that a browser has saved (HTTP Archive 1.2). */
final class HarFile {
    /** The ones that belong to the connection that was, or are written anew. */
    private static final Set<String> LEFT_OUT =
            Set.of("content-length", "transfer-encoding", "connection", "host", "te", "proxy-connection", "keep-alive");

    private HarFile() {}

    static List<RequestFile> read(Path file) throws IOException {
        List<RequestFile> requests = new ArrayList<>();
        try {
            JSONArray entries =
                    new JSONObject(Files.readString(file)).getJSONObject("log").getJSONArray("entries");
            for (int i = 0; i < entries.length(); i++) {
                JSONObject request = entries.getJSONObject(i).getJSONObject("request");
                String name = String.format("%s %04d", file.getFileName(), i + 1);
                requests.add(new RequestFile(name, bytes(request), null));
            }
        } catch (JSONException | IllegalArgumentException e) {
            throw new IOException(file + " is no HAR file: " + e.getMessage(), e);
        }
        return requests;
    }

    private static byte[] bytes(JSONObject request) {
        URI url = URI.create(request.getString("url"));
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        StringBuilder head = new StringBuilder(request.getString("method"))
                .append(' ')
                .append(path)
                .append(query)
                .append(" HTTP/1.1\r\nHost: ")
                .append(url.getRawAuthority())
                .append("\r\n");
        JSONArray headers = request.optJSONArray("headers", new JSONArray());
        for (int i = 0; i < headers.length(); i++) {
            String name = headers.getJSONObject(i).getString("name");
            // A name of HTTP/2 begins with a colon.
            if (!name.startsWith(":") && !LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                head.append(name)
                        .append(": ")
                        .append(headers.getJSONObject(i).getString("value"))
                        .append("\r\n");
            }
        }
        JSONObject posted = request.optJSONObject("postData");
        byte[] body = posted == null ? new byte[0] : posted.optString("text").getBytes(StandardCharsets.UTF_8);
        if (posted != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] headBytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(headBytes, headBytes.length + body.length);
        System.arraycopy(body, 0, all, headBytes.length, body.length);
        return all;
    }
}
