package dev.gangway.servlet;

import dev.gangway.host.HandlerFactory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Runs handlers in front of other servlets: the twin of {@link HandlerServlet}, with the same init-params.
 *
 * <p>A request for whose method the handler has no {@code do_METHOD} goes on to the servlet behind. With the init-param
 * {@code passOn} = {@code 404}, so does a request for which a handler of files has no file.
 *
 * <p>In {@code web.xml}, files that lie over an application:
 *
 * <pre>{@code
 * <filter>
 *   <filter-name>static</filter-name>
 *   <filter-class>dev.gangway.servlet.HandlerFilter</filter-class>
 *   <async-supported>true</async-supported>
 *   <init-param>
 *     <param-name>handler</param-name>
 *     <param-value>dev.gangway.handler.SimpleHTTPRequestHandler</param-value>
 *   </init-param>
 *   <init-param>
 *     <param-name>directory</param-name>
 *     <param-value>WEB-INF/static</param-value>
 *   </init-param>
 *   <init-param>
 *     <param-name>passOn</param-name>
 *     <param-value>404</param-value>
 *   </init-param>
 * </filter>
 * <filter-mapping>
 *   <filter-name>static</filter-name>
 *   <url-pattern>/*</url-pattern>
 * </filter-mapping>
 * }</pre>
 *
 * <p>{@code path()} of a handler in a filter is the whole path below the context, whatever servlet is behind. {@code
 * async-supported} is for the servlets behind; the filter itself is never asynchronous.
 *
 * <p>In code: {@code new HandlerFilter(MyHandler::new)}.
 */
public class HandlerFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable HandlerFactory given;
    private transient @Nullable HandlerDeployment deployment;

    /** Makes a filter that takes its handler class from the init-param {@code handler}. */
    public HandlerFilter() {
        given = null;
    }

    /**
     * Makes a filter for handlers that are made in code. The init-param {@code handler} is not needed then.
     *
     * @param factory makes a handler for each request
     */
    public HandlerFilter(HandlerFactory factory) {
        given = factory;
    }

    /**
     * Reads the init-params.
     *
     * @throws ServletException if one is unknown, malformed or missing; the message names it
     */
    @Override
    public void init() throws ServletException {
        Configuration configuration = Configuration.of(getFilterConfig());
        deployment = HandlerDeployment.of(
                configuration,
                given,
                new TimeoutNotice(line -> configuration.context().log(configuration.name() + ": " + line)));
    }

    /** Removes the copies in the container's temporary directory. */
    @Override
    public void destroy() {
        HandlerDeployment ended = deployment;
        deployment = null;
        if (ended != null) {
            ended.close();
        }
    }

    /**
     * Runs a new handler for one request, and passes the request on if the handler has nothing for it.
     *
     * @param request the request
     * @param response the response
     * @param chain the filters and the servlet behind this filter
     * @throws ServletException if the container cannot change the protocol as the handler wishes, or by what is behind
     * @throws IOException if the handler's response was cut short, so that the container ends the connection, or by what is
     *     behind
     */
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!HandlerDeployment.begun(deployment, "filter").serve(request, response)) {
            chain.doFilter(request, response);
        }
    }
}
