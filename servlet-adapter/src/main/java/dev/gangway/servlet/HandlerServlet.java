package dev.gangway.servlet;

import dev.gangway.host.HandlerFactory;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Runs handlers in a servlet container (Servlet 6.0 or later): any handler class, as it is.
 *
 * <p>In {@code web.xml}:
 *
 * <pre>{@code
 * <servlet>
 *   <servlet-name>files</servlet-name>
 *   <servlet-class>dev.gangway.servlet.HandlerServlet</servlet-class>
 *   <init-param>
 *     <param-name>handler</param-name>
 *     <param-value>dev.gangway.handler.SimpleHTTPRequestHandler</param-value>
 *   </init-param>
 *   <init-param>
 *     <param-name>directory</param-name>
 *     <param-value>static</param-value>
 *   </init-param>
 *   <load-on-startup>1</load-on-startup>
 * </servlet>
 * }</pre>
 *
 * <p>Every attribute of the handler that is a text, a number, a truth value, a {@code Duration}, a {@code Path} or a list
 * of texts can be an init-param of the same name; a context-param with {@code gangway.} in front is the default. A JNDI entry
 * {@code java:comp/env/gangway/x} is used instead of the init-param {@code x}, and a system property {@code gangway.x} instead
 * of both. <code>${env:NAME}</code> and <code>${sys:NAME}</code> in a value stand for an environment variable and a system
 * property. A relative path is looked for in the web application. {@code rewriteLocation}, true by default, puts the path of
 * the servlet in front of a {@code Location} that is an absolute path. {@code forwardedPrefix}, false by default, puts the
 * first value of {@code X-Forwarded-Prefix} in front of the context path. {@code systemLogger} names a {@link System.Logger}
 * that the log goes to instead of the container's.
 *
 * <p>In code: {@code new HandlerServlet(MyHandler::new)}, or a subclass with {@code @WebServlet}.
 *
 * <p>A new handler serves each request, on the container's thread. The servlet starts no thread, is never asynchronous,
 * and registers nothing. It gives no protection of its own: limits and time limits are the container's.
 */
public class HandlerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable HandlerFactory given;
    private transient @Nullable HandlerDeployment deployment;

    /** Makes a servlet that takes its handler class from the init-param {@code handler}. */
    public HandlerServlet() {
        given = null;
    }

    /**
     * Makes a servlet for handlers that are made in code. The init-param {@code handler} is not needed then.
     *
     * @param factory makes a handler for each request
     */
    public HandlerServlet(HandlerFactory factory) {
        given = factory;
    }

    /**
     * Reads the init-params.
     *
     * @throws ServletException if one is unknown, malformed or missing; the message names it
     */
    @Override
    public void init() throws ServletException {
        deployment = HandlerDeployment.of(Configuration.of(getServletConfig()), given, new TimeoutNotice(this::log));
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
     * Runs a new handler for one request, whatever its method.
     *
     * @param request the request
     * @param response the response
     * @throws ServletException if the container cannot change the protocol as the handler wishes
     * @throws IOException if the handler's response was cut short, so that the container ends the connection
     */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        HandlerDeployment.begun(deployment, "servlet").serve(request, response);
    }
}
