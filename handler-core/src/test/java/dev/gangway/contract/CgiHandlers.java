package dev.gangway.contract;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.CGIHTTPRequestHandler;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Ports of the recorded handlers that run scripts. */
final class CgiHandlers {
    static final Map<String, Supplier<? extends BaseHTTPRequestHandler>> BY_NAME =
            Map.of("Scripts", CGIHTTPRequestHandler::new, "OwnDirectories", OwnDirectories::new);

    private CgiHandlers() {}

    /** Has scripts elsewhere. */
    public static class OwnDirectories extends CGIHTTPRequestHandler {
        @Override
        public List<String> cgiDirectories() {
            return List.of("/docs", "/cgi-bin/sub");
        }
    }
}
