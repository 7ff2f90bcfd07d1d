package dev.gangway.example;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.HandlerServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Keeps short texts and answers in JSON. GET lists them, POST adds one, DELETE removes them all.
 *
 * <p>POST takes a form with a field {@code text} to add or {@code remove} to remove, or any other content as the text. The
 * texts are an attribute of the server, so that every handler sees the same ones. The init-param {@code maxNotes} is this
 * class's own attribute of that name.
 */
public class Notes extends BaseHTTPRequestHandler {
    private static final String ATTRIBUTE = "dev.gangway.example.notes";
    private static final int MAX_BYTES = 10_000;

    private int maxNotes = 10;

    /** Makes a handler. */
    public Notes() {}

    /**
     * Lists the notes.
     *
     * @throws IOException if the connection fails
     */
    public void do_GET() throws IOException {
        reply(200);
    }

    /**
     * Adds a note, or removes one.
     *
     * @throws IOException if the connection fails
     */
    public void do_POST() throws IOException {
        byte[] content = rfile().readNBytes(MAX_BYTES + 1);
        Map<String, String> form = FormFields.of(headers(), content);
        List<String> notes = notes(server());
        if (content.length > MAX_BYTES) {
            sendError(413);
        } else if (form.containsKey("remove")) {
            notes.remove(form.get("remove"));
            reply(200);
        } else if (notes.size() >= maxNotes()) {
            sendError(409, "Too many notes");
        } else {
            notes.add(form.getOrDefault("text", new String(content, StandardCharsets.UTF_8)));
            reply(201);
        }
    }

    /**
     * Removes all notes.
     *
     * @throws IOException if the connection fails
     */
    public void do_DELETE() throws IOException {
        notes(server()).clear();
        reply(200);
    }

    private void reply(int code) throws IOException {
        String json = notes(server()).stream().map(Notes::quoted).collect(Collectors.joining(", ", "[", "]\n"));
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        sendResponse(code);
        sendHeader("Content-Type", "application/json");
        sendHeader("Content-Length", content.length);
        endHeaders();
        wfile().write(content);
    }

    @SuppressWarnings("unchecked")
    private static List<String> notes(HandlerServer server) {
        synchronized (Notes.class) {
            Object notes = server.attribute(ATTRIBUTE);
            if (notes == null) {
                notes = new CopyOnWriteArrayList<>(List.of("Handlers run anywhere."));
                server.attribute(ATTRIBUTE, notes);
            }
            return (List<String>) notes;
        }
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return json.append('"').toString();
    }

    /**
     * Returns how many notes there may be.
     *
     * @return 0 or more
     */
    public int maxNotes() {
        return maxNotes;
    }

    /**
     * Sets how many notes there may be.
     *
     * @param maxNotes 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void maxNotes(int maxNotes) {
        if (maxNotes < 0) {
            throw new IllegalArgumentException("there cannot be " + maxNotes + " notes");
        }
        this.maxNotes = maxNotes;
    }
}
