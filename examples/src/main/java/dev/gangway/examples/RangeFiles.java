package dev.gangway.examples;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers {@code Range} by hand: says so, so that it is not answered before. */
public final class RangeFiles extends SimpleHTTPRequestHandler {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    public RangeFiles() {
        ranges(false);
    }

    @Override
    public @Nullable InputStream sendHead() throws IOException {
        Matcher match = RANGE.matcher(headers().get("Range", ""));
        if (!match.matches()) {
            return super.sendHead();
        }
        byte[] data;
        try {
            if (path().endsWith("/")) {
                throw new NoSuchFileException(path()); // a Path has no slash at its end
            }
            data = Files.readAllBytes(translatePath(path()));
        } catch (IOException e) {
            sendError(404, "File not found");
            return null;
        }
        int first = Integer.parseInt(match.group(1));
        int last = Math.min(Integer.parseInt(match.group(2)), data.length - 1);
        if (first > last) {
            sendError(416);
            return null;
        }
        sendResponse(206);
        sendHeader("Content-Type", guessType(translatePath(path())));
        sendHeader("Content-Range", "bytes " + first + "-" + last + "/" + data.length);
        sendHeader("Content-Length", last - first + 1);
        endHeaders();
        return new ByteArrayInputStream(data, first, last - first + 1);
    }
}
