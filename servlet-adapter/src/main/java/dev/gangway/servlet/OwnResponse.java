package dev.gangway.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A short text that a servlet of the adapter's own answers with, whatever the handlers are. */
final class OwnResponse {
    private OwnResponse() {}

    /** Sends a text for GET and HEAD, and 405 for other methods. */
    static void send(
            HttpServletRequest request, HttpServletResponse response, int status, String contentType, String text)
            throws IOException {
        String method = request.getMethod();
        response.setHeader("Cache-Control", "no-store");
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setStatus(405);
            response.setHeader("Allow", "GET, HEAD");
            response.setContentLength(0);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        if (method.equals("GET")) {
            response.getOutputStream().write(bytes);
        }
    }
}
