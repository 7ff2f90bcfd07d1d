package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;

/** Overrides the type of a file and the copying of its content. */
public class ShoutingFiles extends SimpleHTTPRequestHandler {
    @Override
    public String guessType(Path path) {
        String kind = super.guessType(path);
        return kind.equals("text/plain") ? kind + "; charset=utf-8" : kind;
    }

    @Override
    public void copyfile(InputStream source, OutputStream outputfile) throws IOException {
        String text = new String(source.readAllBytes(), UTF_8);
        outputfile.write(text.toUpperCase(Locale.ROOT).getBytes(UTF_8));
    }
}
