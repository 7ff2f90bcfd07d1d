package dev.gangway.servlet;

import dev.gangway.host.FileHandler;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.host.ResponseHead;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
 * of texts can be an init-param of the same name; a context-param with {@code gangway.} in front is the default. A relative
 * path is looked for in the web application. {@code rewriteLocation}, true by default, puts the path of the servlet in
 * front of a {@code Location} that is an absolute path.
 *
 * <p>In code: {@code new HandlerServlet(MyHandler::new)}, or a subclass with {@code @WebServlet}.
 *
 * <p>A new handler serves each request, on the container's thread. The servlet starts no thread, is never asynchronous,
 * and registers nothing. It gives no protection of its own: limits and time limits are the container's.
 */
public class HandlerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable HandlerFactory given;
    private transient @Nullable HandlerFactory factory;
    private transient @Nullable WebappFiles files;
    private transient @Nullable Deployment deployment;

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
        InitParameters parameters = new InitParameters(getServletConfig());
        WebappFiles webapp = new WebappFiles(getServletContext(), getServletName());
        files = webapp;
        deployment = new Deployment(
                getServletContext(),
                parameters.rewritesLocation(),
                new TimeoutNotice(this::log),
                new FileCopy(),
                new BufferWriter());
        factory = given == null ? ofClass(parameters, webapp) : configured(given, parameters, webapp);
    }

    /** Removes what was copied to the container's temporary directory. */
    @Override
    public void destroy() {
        WebappFiles webapp = files;
        files = null;
        if (webapp != null) {
            try {
                webapp.close();
            } catch (IOException e) {
                log("cannot remove copies of files of the web application", e);
            }
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
        HandlerFactory handlers = factory;
        Deployment shared = deployment;
        if (handlers == null || shared == null) {
            throw new ServletException(
                    "the servlet was not initialised; a subclass that overrides init() calls super.init()");
        }
        ServletConnection connection = new ServletConnection(shared, request, response);
        Throwable error = null;
        try {
            Handler handler = handlers.get();
            if (handler instanceof FileHandler && connection.lacksSlash()) {
                connection.redirectToSlash();
                return;
            }
            handler.run(connection);
        } catch (UpgradeSignal e) {
            // Looked at below: a handler may have caught it, too.
        } catch (Throwable e) {
            error = e;
        }
        ResponseHead upgrade = connection.upgrade();
        if (upgrade == null) {
            connection.end(error);
        } else {
            connection.switchProtocols(upgrade, handlers);
        }
    }

    private HandlerFactory ofClass(InitParameters parameters, WebappFiles webapp) throws ServletException {
        String name = parameters.handler();
        if (name == null || name.isEmpty()) {
            throw new ServletException("init-param 'handler' of servlet '" + getServletName()
                    + "' is missing: it names the handler class, com.example.MyHandler for instance");
        }
        Class<? extends Handler> type = HandlerClass.load(name, webappLoader());
        ConfiguredFactory made = new ConfiguredFactory(HandlerClass.factory(type), parameters.valuesFor(type, webapp));
        Handler first = tryOut(made);
        if (first instanceof FileHandler files
                && !parameters.has(FileHandler.DIRECTORY)
                && files.directory().equals(Path.of("").toAbsolutePath())) {
            throw new ServletException("init-param '" + FileHandler.DIRECTORY + "' of servlet '" + getServletName()
                    + "' is missing: " + name + " would serve " + files.directory()
                    + ", where the container happens to run");
        }
        return made;
    }

    /** An embedded container may have none of its own for the web application. */
    private ClassLoader webappLoader() {
        ClassLoader loader = getServletContext().getClassLoader();
        return loader == null ? getClass().getClassLoader() : loader;
    }

    /** A factory of the user's own is called before the first request only if there is something to be checked. */
    private static HandlerFactory configured(HandlerFactory handlers, InitParameters parameters, WebappFiles webapp)
            throws ServletException {
        if (!parameters.hasAttributes()) {
            return handlers;
        }
        Handler first = tryOut(new ConfiguredFactory(handlers, List.of()));
        ConfiguredFactory made = new ConfiguredFactory(handlers, parameters.valuesFor(first.getClass(), webapp));
        tryOut(made);
        return made;
    }

    private static Handler tryOut(ConfiguredFactory made) throws ServletException {
        Handler handler;
        try {
            handler = made.factory().get();
        } catch (Exception e) {
            throw new ServletException("no handler can be made: " + e, e);
        }
        for (AttributeValue value : made.values()) {
            try {
                value.set(handler);
            } catch (Exception e) {
                throw new ServletException(value.title() + ": " + e.getMessage(), e);
            }
        }
        return handler;
    }
}
