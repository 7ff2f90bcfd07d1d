package dev.gangway.handler;

import dev.gangway.handler.io.HeadBytes;
import dev.gangway.handler.io.ResponseOutput;
import dev.gangway.http.syntax.Grammar;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lines of a head that are held back until it is sent (http.server's {@code _headers_buffer}). */
final class PendingHead {
    private List<String> lines = new ArrayList<>();
    /** Whether lines may be there that were not checked. */
    private boolean edited;
    /** Whether lines may be there that clients read in more than one way: they are judged like a head of raw bytes. */
    private boolean odd;

    /** Adds a line that is known to be valid; an empty one ends the head. */
    void add(String line) {
        lines.add(line);
    }

    /** Adds a field that can be sent. */
    void addField(String name, String value) {
        odd |= !Grammar.isToken(name);
        lines.add(name + ": " + value);
    }

    /** Returns the lines for a handler to edit. */
    List<String> edit() {
        edited = true;
        odd = true;
        return lines;
    }

    /** Returns the names of the fields, in lower case. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                names.add(line.substring(0, colon).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** Forgets the lines; false if there are none. */
    boolean drop() {
        boolean any = !lines.isEmpty();
        lines.clear();
        odd = false;
        return any;
    }

    /**
     * Sends the lines, and holds none any more.
     *
     * @param own the handler's own output, which takes a whole head in lines
     * @param out where the handler writes: the same, or a stream of the handler's around it, which gets bytes
     * @throws IllegalArgumentException if a line that a handler has added cannot be sent; nothing is sent then, and the lines stay
     */
    void send(ResponseOutput own, OutputStream out) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        if (edited) {
            lines.forEach(line -> HeaderText.check("a line of pendingHeaders", line));
            edited = false;
        }
        List<String> head = lines;
        boolean judged = odd;
        odd = false;
        lines = new ArrayList<>();
        int last = head.size() - 1;
        boolean isWhole = head.get(last).isEmpty();
        if (isWhole) {
            head.remove(last);
        }
        if (isWhole && last > 0 && out == own && !judged) {
            own.sendHead(head);
        } else {
            out.write(isWhole ? HeadBytes.of(head) : HeadBytes.unfinished(head));
        }
    }
}
