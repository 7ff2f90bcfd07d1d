package dev.gangway.standalone.port;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.porting.UnportedException;
import dev.gangway.standalone.HTTPServer;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The class path of a port: this process's own, and where Gangway's classes come from. */
final class ClassPath {
    private ClassPath() {}

    static String text() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(BaseHTTPRequestHandler.class, UnportedException.class, HTTPServer.class)) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            try {
                if (source != null && source.getLocation() != null) {
                    places.add(Path.of(source.getLocation().toURI()).toString());
                }
            } catch (URISyntaxException | IllegalArgumentException e) {
                // not a file; the class path of the process has it, or nothing has
            }
        }
        places.addAll(List.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1)));
        places.remove("");
        return String.join(File.pathSeparator, places);
    }
}
