package dev.gangway.examples;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.io.InterruptedIOException;

/** Runs another program. */
public class Fortune extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        Process process = new ProcessBuilder("echo", "a", "fortune").start();
        byte[] output = process.getInputStream().readAllBytes();
        sendResponse(exitCode(process) == 0 ? 200 : 500);
        sendHeader("Content-Type", "text/plain");
        sendHeader("Content-Length", output.length);
        endHeaders();
        wfile().write(output);
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server stops");
        }
    }
}
