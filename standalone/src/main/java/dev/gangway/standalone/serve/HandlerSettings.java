package dev.gangway.standalone.serve;

import dev.gangway.http.syntax.GivenField;
import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.log.LoggedRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes handlers as the options have it. One switch sets them: a lambda for each would cost a good part of the start. */
final class HandlerSettings {
    /** The options with one value that are attributes of the handler. */
    private static final String[] NAMES = {
        "listing",
        "hidden",
        "symlinks",
        "path-prefix",
        "realm",
        "auth",
        "overwrite",
        "webdav",
        "cors",
        "upload-limit",
        "upload-total-limit",
        "spa",
        "clean-urls",
        "header-always",
        "isolated",
        "upload",
        "archive",
        "compress",
        "precompressed",
        "quiet"
    };

    private final Path directory;
    private final @Nullable Consumer<LoggedRequest> log;
    private final @Nullable Progress progress;
    private final @Nullable String[] values = new @Nullable String[NAMES.length];
    private final String[] origins = new String[NAMES.length];
    private final @Nullable Path authFile;
    private final List<String> index;
    private final List<String> hosts;
    private final List<Map.Entry<String, String>> fields;

    HandlerSettings(Settings settings, Path directory, RequestLog log) throws UsageException {
        this.directory = directory;
        this.log = log.requests();
        this.progress = log.progress();
        for (int i = 0; i < NAMES.length; i++) {
            values[i] = settings.last(NAMES[i]);
            origins[i] = values[i] == null ? "" : settings.origin(NAMES[i]);
        }
        Path file = settings.path("auth-file");
        authFile = file == null ? null : file.toAbsolutePath();
        index = settings.all("index");
        hosts = settings.all("allow-host");
        fields = fields(settings);
    }

    private static List<Map.Entry<String, String>> fields(Settings settings) throws UsageException {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String field : settings.all("header")) {
            try {
                fields.add(GivenField.parse(field));
            } catch (IllegalArgumentException e) {
                throw new UsageException("argument --header: " + e.getMessage());
            }
        }
        return fields;
    }

    /**
     * Finds out if all values can be set.
     *
     * @throws UsageException if one cannot
     */
    void check() throws UsageException {
        try {
            handler();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    ServedFiles handler() {
        ServedFiles handler = new ServedFiles(directory, log, progress);
        for (int i = 0; i < NAMES.length; i++) {
            String value = values[i];
            if (value != null) {
                try {
                    set(handler, NAMES[i], value);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(origins[i] + ": " + e.getMessage(), e);
                }
            }
        }
        if (authFile != null) {
            handler.authFile(authFile);
        }
        if (!index.isEmpty()) {
            handler.indexPages(index);
        }
        if (!hosts.isEmpty()) {
            handler.hosts(hosts);
        }
        if (!fields.isEmpty()) {
            handler.extraResponseHeaders(fields);
        }
        return handler;
    }

    private static void set(ServedFiles handler, String name, String value) {
        boolean on = value.equals("true") || value.equals("on");
        switch (name) {
            case "listing" -> handler.listing(value);
            case "hidden" -> handler.hidden(value);
            case "symlinks" -> handler.symbolicLinks(value);
            case "path-prefix" -> handler.pathPrefix(value);
            case "realm" -> handler.realm(value);
            case "auth" -> handler.auth(value);
            case "overwrite" -> handler.overwrite(value);
            case "webdav" -> handler.webdav(value);
            case "cors" -> handler.cors(value.isEmpty() ? "*" : value);
            case "upload-limit" -> handler.uploadLimit(value);
            case "upload-total-limit" -> handler.uploadTotalLimit(value);
            case "spa" -> handler.spa(on);
            case "clean-urls" -> handler.cleanUrls(on);
            case "header-always" -> handler.headersAlways(on);
            case "isolated" -> handler.isolated(on);
            case "upload" -> handler.upload(on);
            case "archive" -> handler.archive(on);
            case "compress" -> handler.compress(on);
            case "precompressed" -> handler.precompressed(on);
            default -> handler.accessLog(!on);
        }
    }
}
