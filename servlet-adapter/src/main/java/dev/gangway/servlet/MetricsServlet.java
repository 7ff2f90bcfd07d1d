package dev.gangway.servlet;

import dev.gangway.sight.PrometheusText;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers GET and HEAD with numbers of all handlers of a web application, in the text format of Prometheus: requests, their durations,
 * bytes of content, and scripts. Connections are the container's business.
 *
 * <pre>{@code
 * <servlet>
 *   <servlet-name>metrics</servlet-name>
 *   <servlet-class>dev.gangway.servlet.MetricsServlet</servlet-class>
 *   <load-on-startup>0</load-on-startup>
 * </servlet>
 * <servlet-mapping>
 *   <servlet-name>metrics</servlet-name>
 *   <url-pattern>/metrics</url-pattern>
 * </servlet-mapping>
 * }</pre>
 *
 * <p>Counting begins when the servlet is initialised. Its own requests do not count, and no label comes from a request. It is open to
 * all who can reach the application: a {@code security-constraint} in {@code web.xml}, or the proxy in front, says who may ask.
 */
public class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Makes the servlet. */
    public MetricsServlet() {}

    /** Begins to count. */
    @Override
    public void init() {
        WebappSight.of(getServletContext()).startCounting();
    }

    /**
     * Sends the numbers.
     *
     * @param request a request
     * @param response 200, or 405 for another method than GET and HEAD
     * @throws IOException if the client has gone
     */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = PrometheusText.of(WebappSight.of(getServletContext()).startCounting());
        OwnResponse.send(request, response, 200, PrometheusText.TYPE, text);
    }
}
