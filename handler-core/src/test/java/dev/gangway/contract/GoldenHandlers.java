package dev.gangway.contract;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The ports of the handler classes that the transcripts were recorded with, by name. */
public final class GoldenHandlers {
    private static final Map<String, Supplier<? extends BaseHTTPRequestHandler>> BY_NAME = new TreeMap<>();

    static {
        BY_NAME.put("Files", SimpleHTTPRequestHandler::new);
        BY_NAME.put("Idioms", Idioms::new);
        BY_NAME.putAll(BaseHandlers.BY_NAME);
        BY_NAME.putAll(FileHandlers.BY_NAME);
        BY_NAME.putAll(CgiHandlers.BY_NAME);
    }

    private GoldenHandlers() {}

    /** Adds the port of a handler class that belongs to other transcripts, CGI for example. */
    public static void add(String name, Supplier<? extends BaseHTTPRequestHandler> maker) {
        BY_NAME.put(name, maker);
    }

    /**
     * Returns a factory of handlers as they were when a transcript was recorded.
     *
     * @param transcript says which class and {@code protocolVersion}
     * @param directory what file handlers serve
     */
    public static HandlerFactory factory(Transcript transcript, Path directory) {
        Supplier<? extends BaseHTTPRequestHandler> maker = BY_NAME.get(transcript.handler());
        if (maker == null) {
            throw new IllegalArgumentException("no port of the handler " + transcript.handler());
        }
        return () -> {
            BaseHTTPRequestHandler handler = maker.get();
            handler.protocolVersion(transcript.protocol());
            handler.compatibility(transcript.version());
            if (handler instanceof SimpleHTTPRequestHandler files) {
                files.directory(directory);
            }
            return handler;
        };
    }
}
