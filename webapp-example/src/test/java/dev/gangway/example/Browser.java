package dev.gangway.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.json.JSONObject;
import org.junit.jupiter.api.Assumptions;

/** A Chromium without a window, spoken to by the Chrome DevTools Protocol. */
final class Browser implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final String LISTENING = "DevTools listening on ";
    private static final long SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JSONObject>> calls = new ConcurrentHashMap<>();
    private final BlockingQueue<String> loads = new LinkedBlockingQueue<>();
    private String session = "";
    private int lastId;

    /** Starts a browser, once more if it ends at once by a fault of its own; skips the test if there is none. */
    static Browser start(Path profiles) throws Exception {
        try {
            return new Browser(profiles.resolve("first"));
        } catch (ExecutionException | TimeoutException e) {
            return new Browser(profiles.resolve("second"));
        }
    }

    private Browser(Path profile) throws Exception {
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        Assumptions.assumeTrue(program != null, "there is no Chromium in /usr/bin");
        process = new ProcessBuilder(
                        String.valueOf(program),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--window-size=1200,1000",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(process), new Answers())
                .get(SECONDS, TimeUnit.SECONDS);
        String target =
                call("Target.createTarget", Map.of("url", "about:blank")).getString("targetId");
        session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .getString("sessionId");
        call("Page.enable", Map.of());
    }

    /** Reads the address from what the browser prints, and goes on reading so that it never waits for us. */
    private static URI address(Process process) throws Exception {
        CompletableFuture<URI> found = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try (BufferedReader lines = process.errorReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(LISTENING)) {
                        found.complete(URI.create(line.substring(LISTENING.length())));
                    }
                }
                found.completeExceptionally(new IOException("Chromium ended"));
            } catch (IOException e) {
                found.completeExceptionally(e);
            }
        });
        reader.setDaemon(true);
        reader.start();
        return found.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Calls a method of the protocol and returns its result. */
    JSONObject call(String method, Map<String, ?> parameters) throws Exception {
        int id = ++lastId;
        CompletableFuture<JSONObject> answer = new CompletableFuture<>();
        calls.put(id, answer);
        JSONObject message =
                new JSONObject().put("id", id).put("method", method).put("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        JSONObject given = answer.get(SECONDS, TimeUnit.SECONDS);
        if (given.has("error")) {
            throw new AssertionError(method + ": " + given.get("error"));
        }
        return given.getJSONObject("result");
    }

    /** Opens a page and waits until it is loaded. */
    void open(String address) throws Exception {
        loads.clear();
        call("Page.navigate", Map.of("url", address));
        if (loads.poll(SECONDS, TimeUnit.SECONDS) == null) {
            throw new AssertionError("not loaded: " + address);
        }
    }

    /** Evaluates an expression in the page, waits if it is a promise, and returns its value as text. */
    String evaluate(String expression) throws Exception {
        JSONObject result =
                call("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.getJSONObject("exceptionDetails").toString());
        }
        return String.valueOf(result.getJSONObject("result").opt("value"));
    }

    /** Presses a key of the keyboard. */
    void press(String key, int code) throws Exception {
        String text = key.equals("Enter") ? "\r" : "";
        call(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text));
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    /** Types into the element that has the focus. */
    void type(String text) throws Exception {
        call("Input.insertText", Map.of("text", text));
    }

    /** Prefers {@code light} or {@code dark} from now on. */
    void prefer(String scheme) throws Exception {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Runs no script of a page from now on, or runs them again. */
    void runScripts(boolean run) throws Exception {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** Writes down the whole page as a picture. */
    void photograph(Path file) throws Exception {
        String data = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", false))
                .getString("data");
        Files.write(file, Base64.getDecoder().decode(data));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** Puts the messages of the browser together and gives each to the call that waits for it. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JSONObject message = new JSONObject(text.toString());
                text.setLength(0);
                CompletableFuture<JSONObject> call = calls.remove(message.optInt("id"));
                if (call != null) {
                    call.complete(message);
                } else if (message.optString("method").equals("Page.loadEventFired")) {
                    loads.add("");
                }
            }
            from.request(1);
            return null;
        }
    }
}
