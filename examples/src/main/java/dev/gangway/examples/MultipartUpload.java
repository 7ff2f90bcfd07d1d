package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.util.Locale;

/** Splits an upload by hand, line by line, as old upload servers do. */
public class MultipartUpload extends BaseHTTPRequestHandler {
    public void do_POST() throws IOException {
        String boundary = headers().getBoundary();
        if (boundary == null) {
            sendError(400, "No boundary");
            return;
        }
        String dashed = "--" + boundary;
        StringBuilder report = new StringBuilder();
        String line = readline();
        while (line.startsWith(dashed) && !line.startsWith(dashed + "--")) {
            String disposition = "";
            for (line = readline(); !line.isBlank(); line = readline()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                    disposition = line.split(":", 2)[1].strip();
                }
            }
            int size = 0;
            for (line = readline(); !line.isEmpty() && !line.startsWith(dashed); line = readline()) {
                size += line.length();
            }
            report.append(disposition).append(": ").append(size - 2).append('\n');
        }
        sendResponse(200);
        sendHeader("Content-Type", "text/plain");
        endHeaders();
        wfile().write(report.toString().getBytes(ISO_8859_1));
    }

    /** One character for each byte, so that lengths are right and nothing is lost. */
    private String readline() throws IOException {
        return new String(rfile().readline(), ISO_8859_1);
    }
}
