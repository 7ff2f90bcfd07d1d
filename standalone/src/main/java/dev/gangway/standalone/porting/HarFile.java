package dev.gangway.standalone.porting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** Reads the requests that a browser has saved (HTTP Archive 1.2). */
final class HarFile {
    /** The ones that belong to the connection that was, or are written anew. */
    private static final Set<String> LEFT_OUT =
            Set.of("content-length", "transfer-encoding", "connection", "host", "te", "proxy-connection", "keep-alive");

    /** Not {@link java.net.URI}: browsers leave characters in addresses that it refuses. */
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://(?:[^/?#@]*@)?([^/?#]+)([^#]*)(?:#.*)?");

    private HarFile() {}

    static List<RequestFile> read(Path file) throws IOException {
        List<RequestFile> requests = new ArrayList<>();
        try {
            JSONArray entries =
                    new JSONObject(Files.readString(file)).getJSONObject("log").getJSONArray("entries");
            for (int i = 0; i < entries.length(); i++) {
                JSONObject request = entries.getJSONObject(i).getJSONObject("request");
                Matcher url = WEB_ADDRESS.matcher(request.getString("url"));
                if (url.matches()) {
                    String name = String.format("%s %04d", file.getFileName(), i + 1);
                    requests.add(new RequestFile(name, bytes(request, url.group(1), url.group(2)), null));
                }
            }
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is no HAR file: it is not in UTF-8", e);
        } catch (JSONException | IllegalArgumentException e) {
            throw new IOException(file + " is no HAR file: " + e.getMessage(), e);
        }
        return requests;
    }

    private static byte[] bytes(JSONObject request, String host, String target) {
        StringBuilder head = new StringBuilder(request.getString("method"))
                .append(' ')
                .append(target.startsWith("/") ? target : "/" + target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
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
        byte[] body = posted == null ? new byte[0] : body(posted);
        if (posted != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] headBytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(headBytes);
        all.writeBytes(body);
        return all.toByteArray();
    }

    /** A form may be there as its fields alone. */
    private static byte[] body(JSONObject posted) {
        String text = posted.optString("text");
        if (posted.optString("encoding").equals("base64")) {
            return Base64.getDecoder().decode(text);
        }
        JSONArray fields = posted.optJSONArray("params", new JSONArray());
        if (text.isEmpty() && posted.optString("mimeType").startsWith("application/x-www-form-urlencoded")) {
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i < fields.length(); i++) {
                JSONObject field = fields.getJSONObject(i);
                pairs.add(field.getString("name") + "=" + field.optString("value"));
            }
            text = String.join("&", pairs);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
