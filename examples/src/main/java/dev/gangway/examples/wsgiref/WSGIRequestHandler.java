package dev.gangway.examples.wsgiref;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs an {@link Application} for each request ("wsgiref.simple_server: WSGIRequestHandler"): one request a connection. It
 * overrides {@code handle}, so no {@code do_GET} is asked for.
 */
public class WSGIRequestHandler extends BaseHTTPRequestHandler {
    private static final int MAX_LINE = 65536;

    private final Application application;

    /**
     * Makes a handler.
     *
     * @param application answers the requests; any number of threads may call it if the server has them
     */
    @SuppressWarnings("this-escape") // A subclass that overrides the setter expects to be called.
    public WSGIRequestHandler(Application application) {
        this.application = application;
        serverVersion("WSGIServer/0.2");
    }

    @Override
    public void handle() throws IOException {
        byte[] line = rfile().readline(MAX_LINE + 1);
        rawRequestline(line);
        if (line.length > MAX_LINE) {
            requestline("");
            requestVersion("");
            command("");
            sendError(414);
            return;
        }
        if (line.length == 0 || !parseRequest()) {
            return; // an error has been sent
        }
        ServerHandler handler = new ServerHandler(
                wfile(), getStderr(), getEnviron(), this::dateTimeString, versionString(), this::logRequest);
        try {
            handler.run(application);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the application learns of the request ("get_environ"). */
    public Map<String, @Nullable Object> getEnviron() {
        Map<String, @Nullable Object> env = new HashMap<>();
        env.put("SERVER_NAME", server().serverName());
        env.put("GATEWAY_INTERFACE", "CGI/1.1");
        env.put("SERVER_PORT", Integer.toString(server().serverPort()));
        env.put("REMOTE_HOST", "");
        env.put("CONTENT_LENGTH", "");
        env.put("SCRIPT_NAME", connection().mountPath());
        env.put("SERVER_PROTOCOL", requestVersion());
        env.put("SERVER_SOFTWARE", serverVersion());
        env.put("REQUEST_METHOD", command());
        int query = path().indexOf('?');
        env.put("PATH_INFO", unquote(query < 0 ? path() : path().substring(0, query)));
        env.put("QUERY_STRING", query < 0 ? "" : path().substring(query + 1));
        env.put("REMOTE_ADDR", addressString());
        env.put("CONTENT_TYPE", headers().get("content-type", headers().getContentType()));
        String length = headers().get("content-length", "");
        if (!length.isEmpty()) {
            env.put("CONTENT_LENGTH", length);
        }
        for (Map.Entry<String, String> field : headers().items()) {
            String name = field.getKey().replace('-', '_').toUpperCase(Locale.ROOT);
            if (!env.containsKey(name)) {
                env.merge("HTTP_" + name, field.getValue().strip(), (one, other) -> one + "," + other);
            }
        }
        env.put("wsgi.input", rfile());
        env.put("wsgi.errors", getStderr());
        env.put("wsgi.version", List.of(1, 0));
        env.put("wsgi.run_once", false);
        env.put("wsgi.url_scheme", connection().isSecure() ? "https" : "http");
        env.put("wsgi.multithread", false);
        env.put("wsgi.multiprocess", false);
        return env;
    }

    /** Returns where the application's errors go, line by line ("get_stderr"): to the server's log. */
    public Consumer<String> getStderr() {
        return server()::log;
    }

    /** Decodes a path as {@code urllib.parse.unquote(path, 'iso-8859-1')} does: every byte becomes a character. */
    private static String unquote(String path) {
        byte[] bytes = path.getBytes(ISO_8859_1);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                decoded.write(high << 4 | low);
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(ISO_8859_1);
    }
}
