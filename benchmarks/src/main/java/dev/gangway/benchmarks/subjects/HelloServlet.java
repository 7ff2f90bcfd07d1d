package dev.gangway.benchmarks.subjects;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers every GET with thirteen bytes, and the fields that a handler sends. */
public final class HelloServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String SERVER =
            "BaseHTTP/0.1.0 Java/" + Runtime.version().feature();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Server", SERVER);
        response.setContentType("text/plain");
        response.setContentLength(Content.HELLO.length);
        response.getOutputStream().write(Content.HELLO);
    }
}
