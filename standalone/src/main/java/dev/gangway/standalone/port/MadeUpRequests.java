package dev.gangway.standalone.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes requests up from the paths and methods that a handler class knows. */
final class MadeUpRequests {
    private static final int MAX_PATHS = 40;

    private final PyClass handler;

    MadeUpRequests(PyClass handler) {
        this.handler = handler;
    }

    /** Writes a file for each request; returns how many they are. */
    int write(Path folder) throws IOException {
        int count = 0;
        for (String method : methods()) {
            boolean content = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
            for (Content each : content ? contents() : List.of(Content.NONE)) {
                for (String path : paths()) {
                    String name = String.format(
                            "%03d-%s%s%s.request", ++count, method, path.replaceAll("[^A-Za-z0-9]+", "-"), each.name());
                    String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + each.fields() + "\r\n" + each.body();
                    Files.write(folder.resolve(name), request.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
        return count;
    }

    /**
     * The content of a request.
     *
     * @param name what the name of the request ends with
     * @param type the media type, or "" for no content
     * @param body the content
     */
    private record Content(String name, String type, String body) {
        static final Content NONE = new Content("", "", "");
        static final Content JSON =
                new Content("", "application/json", "{\"name\": \"value\", \"id\": 1, \"items\": [1, 2]}");
        static final Content FORM =
                new Content("-form", "application/x-www-form-urlencoded", "name=value&id=1&items=a+b%26c");

        String fields() {
            return type.isEmpty() ? "" : "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n";
        }
    }

    /**
     * Returns JSON, and a form where the handler seems to read one. There is no upload: the original and the port run in the same folder, and
     * the second would find the file of the first.
     */
    private List<Content> contents() {
        List<Content> contents = new ArrayList<>(List.of(Content.JSON));
        if (mentions("FieldStorage", "parse_qs", "parse_qsl", "urlencoded")) {
            contents.add(Content.FORM);
        }
        return contents;
    }

    private boolean mentions(String... words) {
        boolean[] found = {false};
        handler.node().walk(node -> {
            String text = node.is("Attribute")
                    ? node.text("attr")
                    : node.is("Name") ? node.text("id") : node.isText() ? node.text("v") : "";
            found[0] |= Arrays.stream(words).anyMatch(text::contains);
        });
        return found[0];
    }

    private Set<String> methods() {
        Set<String> methods = new LinkedHashSet<>(List.of("GET"));
        for (PyClass at = handler; at != null; at = at.base()) {
            for (String name : at.methods().keySet()) {
                if (name.matches("do_[A-Z]+") && !name.equals("do_CONNECT")) {
                    methods.add(name.substring(3));
                }
            }
            at.aliases().keySet().stream()
                    .filter(name -> name.matches("do_[A-Z]+"))
                    .forEach(name -> methods.add(name.substring(3)));
        }
        return methods;
    }

    private Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>(List.of("/", "/nowhere", "/?name=value&id=1"));
        handler.node().walk(node -> {
            boolean path = node.isText() && node.text("v").matches("/[A-Za-z0-9._~/-]{0,60}");
            if (path && paths.size() < MAX_PATHS) {
                paths.add(node.text("v"));
            }
        });
        return paths;
    }

    static String name(PyClass handler) {
        return handler.name().toLowerCase(Locale.ROOT);
    }
}
