package dev.gangway.handler;

import dev.gangway.handler.io.HeadBytes;
import dev.gangway.handler.io.HeadLine;
import dev.gangway.handler.io.ResponseOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a head that are held back until it is sent (http.server's {@code _headers_buffer}). */
final class PendingHead {
    private List<HeadLine> lines = new ArrayList<>();

    /** The lines in place of {@link #lines} since a handler edits them: some may be there that were not checked. */
    private @Nullable List<String> edited;

    /** Whether lines may be there that clients read in more than one way: they are judged like a head of raw bytes. */
    private boolean odd;

    /** Adds a line that is known to be valid; an empty one ends the head. */
    void add(String line) {
        add(HeadLine.of(line));
    }

    /** Adds a field that can be sent; a name that is no token makes the head odd. */
    void addField(String name, String value, boolean isToken) {
        if (isToken) {
            add(HeadLine.of(name, value));
        } else {
            odd = true;
            add(HeadLine.of(name + ": " + value));
        }
    }

    private void add(HeadLine line) {
        if (edited == null) {
            lines.add(line);
        } else {
            edited.add(line.toString());
        }
    }

    /** Returns the lines for a handler to edit. */
    List<String> edit() {
        List<String> texts = edited;
        if (texts == null) {
            texts = HeadLine.texts(lines);
            edited = texts;
        }
        return texts;
    }

    /** Returns the names of the fields, in lower case. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        for (String line : edited == null ? HeadLine.texts(lines) : edited) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                names.add(line.substring(0, colon).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** Forgets the lines; false if there are none. */
    boolean drop() {
        if (edited == null ? lines.isEmpty() : edited.isEmpty()) {
            return false;
        }
        forget();
        return true;
    }

    /**
     * Sends the lines, and holds none any more.
     *
     * @param own the handler's own output, which takes a whole head in lines
     * @param out where the handler writes: the same, or a stream of the handler's around it, which gets bytes
     * @throws IllegalArgumentException if a line that a handler has added cannot be sent; nothing is sent then, and the lines stay
     */
    void send(ResponseOutput own, OutputStream out) throws IOException {
        int last = lines.size() - 1;
        if (edited == null && !odd && out == own && last > 0 && lines.get(last).isEmpty()) {
            List<HeadLine> head = lines;
            forget();
            head.remove(last);
            own.sendHead(head);
        } else {
            sendBytes(out);
        }
    }

    private void sendBytes(OutputStream out) throws IOException {
        List<String> head = edited;
        if (head == null) {
            head = HeadLine.texts(lines);
        } else {
            head.forEach(line -> HeaderText.check("a line of pendingHeaders", line));
        }
        forget();
        if (head.isEmpty()) {
            return;
        }
        int last = head.size() - 1;
        boolean isWhole = head.get(last).isEmpty();
        out.write(isWhole ? HeadBytes.of(head.subList(0, last)) : HeadBytes.unfinished(head));
    }

    private void forget() {
        lines = new ArrayList<>();
        edited = null;
        odd = false;
    }
}
