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

/** Makes handlers as the options have it. */
final class HandlerSettings {
    /** Sets one attribute. */
    private interface Step {
        void apply(ServedFiles handler);
    }

    private final Path directory;
    private final @Nullable Consumer<LoggedRequest> log;
    private final List<Step> steps = new ArrayList<>();

    HandlerSettings(Settings settings, Path directory, @Nullable Consumer<LoggedRequest> log) throws UsageException {
        this.directory = directory;
        this.log = log;
        text(settings, "listing", ServedFiles::listing);
        text(settings, "hidden", ServedFiles::hidden);
        text(settings, "symlinks", ServedFiles::symbolicLinks);
        text(settings, "path-prefix", ServedFiles::pathPrefix);
        text(settings, "realm", ServedFiles::realm);
        text(settings, "auth", ServedFiles::auth);
        text(settings, "overwrite", ServedFiles::overwrite);
        text(settings, "webdav", ServedFiles::webdav);
        flag(settings, "spa", ServedFiles::spa);
        flag(settings, "clean-urls", ServedFiles::cleanUrls);
        flag(settings, "header-always", ServedFiles::headersAlways);
        flag(settings, "isolated", ServedFiles::isolated);
        flag(settings, "upload", ServedFiles::upload);
        flag(settings, "archive", ServedFiles::archive);
        flag(settings, "compress", ServedFiles::compress);
        flag(settings, "precompressed", ServedFiles::precompressed);
        String cors = settings.last("cors");
        if (cors != null) {
            steps.add(handler -> handler.cors(cors.isEmpty() ? "*" : cors));
        }
        if (settings.last("upload-limit") != null) {
            long limit = settings.uploadLimit();
            steps.add(handler -> handler.uploadLimit(limit));
        }
        Path authFile = settings.path("auth-file");
        if (authFile != null) {
            Path absolute = authFile.toAbsolutePath();
            steps.add(handler -> handler.authFile(absolute));
        }
        List<String> index = settings.all("index");
        if (!index.isEmpty()) {
            steps.add(handler -> handler.indexPages(index));
        }
        List<String> hosts = settings.all("allow-host");
        if (!hosts.isEmpty()) {
            steps.add(handler -> handler.hosts(hosts));
        }
        if (settings.has("quiet")) {
            steps.add(handler -> handler.accessLog(false));
        }
        fields(settings);
    }

    private void fields(Settings settings) throws UsageException {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String field : settings.all("header")) {
            try {
                fields.add(GivenField.parse(field));
            } catch (IllegalArgumentException e) {
                throw new UsageException("argument --header: " + e.getMessage());
            }
        }
        if (!fields.isEmpty()) {
            steps.add(handler -> handler.extraResponseHeaders(fields));
        }
    }

    private interface TextSetter {
        void set(ServedFiles handler, String value);
    }

    private interface FlagSetter {
        void set(ServedFiles handler, boolean value);
    }

    private void text(Settings settings, String name, TextSetter setter) {
        String value = settings.last(name);
        if (value != null) {
            steps.add(handler -> setter.set(handler, value));
        }
    }

    private void flag(Settings settings, String name, FlagSetter setter) {
        String value = settings.last(name);
        if (value != null) {
            boolean on = value.equals("true") || value.equals("on");
            steps.add(handler -> setter.set(handler, on));
        }
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
        ServedFiles handler = new ServedFiles(directory, log);
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).apply(handler);
        }
        return handler;
    }
}
