package dev.gangway.examples;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.util.List;
import java.util.Map;

/** Class attributes are set in the constructor. */
public final class ClassAttributes extends SimpleHTTPRequestHandler {
    public ClassAttributes() {
        serverVersion("Attic/2.1");
        sysVersion("");
        protocolVersion("HTTP/1.1");
        indexPages(List.of("welcome.html"));
        extensionsMap(Map.of("", "application/octet-stream", ".txt", "text/plain; charset=utf-8"));
        entityTags(false); // http.server knows neither
        ranges(false);
    }
}
