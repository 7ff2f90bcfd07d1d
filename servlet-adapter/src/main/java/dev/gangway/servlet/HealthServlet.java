package dev.gangway.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells a balancer whether a web application wants requests: 200 with {@code ok}, or 503 with {@code draining} once {@link
 * HealthListener} has learned that the application is about to stop.
 *
 * <pre>{@code
 * <servlet>
 *   <servlet-name>health</servlet-name>
 *   <servlet-class>dev.gangway.servlet.HealthServlet</servlet-class>
 * </servlet>
 * <servlet-mapping>
 *   <servlet-name>health</servlet-name>
 *   <url-pattern>/healthz</url-pattern>
 * </servlet-mapping>
 * }</pre>
 */
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Makes the servlet. */
    public HealthServlet() {}

    /**
     * Tells.
     *
     * @param request a request
     * @param response 200 or 503, or 405 for another method than GET and HEAD
     * @throws IOException if the client has gone
     */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean draining = WebappSight.of(getServletContext()).isDraining();
        OwnResponse.send(
                request, response, draining ? 503 : 200, "text/plain; charset=utf-8", draining ? "draining" : "ok");
    }
}
