package dev.gangway.standalone.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
            for (String path : paths()) {
                String name =
                        String.format("%03d-%s%s.request", ++count, method, path.replaceAll("[^A-Za-z0-9]+", "-"));
                boolean content = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
                String body = content ? "{\"name\": \"value\", \"id\": 1, \"items\": [1, 2]}" : "";
                String fields =
                        content ? "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n" : "";
                String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields
                        + "\r\n" + body;
                Files.write(folder.resolve(name), request.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return count;
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
