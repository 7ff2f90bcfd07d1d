package dev.gangway.servlet;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.text.IpAddress;
import dev.gangway.host.FileHandler;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.sight.Metrics;
import dev.gangway.sight.Served;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Handlers as one servlet or filter of a web application has them, from its start to its end. */
final class HandlerDeployment {
    private static final int MAX_OPEN_FILES = 100;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final HandlerFactory factory;
    private final WebappFiles files;
    private final Deployment deployment;
    private final PassingSweep sweep;

    private HandlerDeployment(HandlerFactory factory, WebappFiles files, Deployment deployment) {
        this.factory = factory;
        this.files = files;
        this.deployment = deployment;
        sweep = new PassingSweep(deployment.fileStore(), deployment.sendfile());
    }

    /**
     * Reads the parameters and tries a handler out.
     *
     * @param given makes handlers in code; null if a parameter names the class
     * @param notice tells once that a limit cannot be kept
     * @throws ServletException if a parameter is unknown, malformed or missing; the message names it
     */
    static HandlerDeployment of(Configuration configuration, @Nullable HandlerFactory given, TimeoutNotice notice)
            throws ServletException {
        InitParameters parameters = new InitParameters(configuration);
        WebappFiles files = new WebappFiles(configuration.context(), configuration.name());
        try {
            HandlerFactory made;
            Handler first = null;
            if (given == null) {
                ConfiguredFactory configured = ofClass(configuration, parameters, files);
                made = configured;
                first = tryOut(configured);
                checkDirectory(first, configuration, parameters);
            } else if (!parameters.concernHandlers()) {
                made = given;
            } else {
                // A factory of the user's own is called before the first request only if there is something to be
                // checked.
                Class<?> type = tryOut(new ConfiguredFactory(given, List.of())).getClass();
                ConfiguredFactory configured = new ConfiguredFactory(given, parameters.valuesFor(type, files));
                made = configured;
                first = tryOut(configured);
            }
            return new HandlerDeployment(
                    made,
                    files,
                    new Deployment(
                            configuration.context(),
                            configuration.isFilter(),
                            parameters.passesOnWithoutFile(first instanceof FileHandler),
                            SessionParameter.of(configuration.context()),
                            parameters.believesForwardedPrefix(),
                            parameters.rewritesLocation(),
                            notice,
                            new FileStore(
                                    MAX_OPEN_FILES, TomcatSendfile.files(configuration.context()), Clock.systemUTC()),
                            ContextLog.of(configuration.context()),
                            WebappSight.of(configuration.context()),
                            parameters.systemLog(),
                            new FileCopy(),
                            new TomcatSendfile(),
                            new BufferWriter()));
        } catch (ServletException | RuntimeException | Error e) {
            // Undertow, for one, says that a servlet has failed, and not why.
            configuration.context().log(configuration.title() + " is not deployed: " + e.getMessage());
            closeQuietly(files, e);
            throw e;
        }
    }

    /**
     * Checks that a servlet or filter has begun.
     *
     * @param deployment its handlers; null before its beginning and after its end
     * @param kind {@code servlet} or {@code filter}
     * @return the handlers
     * @throws ServletException if it has not
     */
    static HandlerDeployment begun(@Nullable HandlerDeployment deployment, String kind) throws ServletException {
        if (deployment == null) {
            throw new ServletException(
                    "the " + kind + " was not initialised; a subclass that overrides init() calls super.init()");
        }
        return deployment;
    }

    /**
     * Runs a new handler for one request, whatever its method.
     *
     * @return false if the handler has passed the request on: nothing was sent, and no content was read
     * @throws ServletException if the container cannot change the protocol as the handler wishes
     * @throws IOException if the handler's response was cut short, so that the container ends the connection
     */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        deployment.sendfile().begin(request);
        sweep.pass();
        ServletConnection connection = new ServletConnection(deployment, request, response);
        Served served = Served.begin(deployment.sight().counts(), request.getMethod(), () -> target(request));
        if (served == null) {
            return serve(connection);
        }
        boolean isServed = true;
        try {
            isServed = serve(connection);
        } finally {
            if (isServed) {
                end(served, connection, response.getStatus());
            }
        }
        return isServed;
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private void end(Served served, ServletConnection connection, int status) {
        Metrics counts = deployment.sight().counts();
        if (counts != null) {
            counts.sent(connection.sentBytes());
        }
        served.responds(connection.upgrade() == null ? status : SWITCHING_PROTOCOLS, 0);
        served.end(() -> IpAddress.text(connection.clientAddress()), connection.sentBytes());
    }

    private boolean serve(ServletConnection connection) throws ServletException, IOException {
        Throwable error = null;
        try {
            Handler handler = factory.get();
            if (handler instanceof FileHandler && connection.lacksSlash()) {
                connection.redirectToSlash();
                return true;
            }
            handler.run(connection);
        } catch (UpgradeSignal | PassOnSignal e) {
            // Looked at below: a handler may have caught it, too.
        } catch (Throwable e) {
            error = e;
        }
        if (connection.isPassedOn()) {
            connection.leave();
            return false;
        }
        if (connection.upgrade() == null) {
            connection.end(error);
        } else {
            connection.switchProtocols(factory);
        }
        return true;
    }

    /** Forgets the files that were kept, and removes the copies in the container's temporary directory. */
    void close() {
        deployment.fileStore().close();
        deployment.sendfile().close();
        try {
            files.close();
        } catch (IOException e) {
            deployment.context().log("cannot remove copies of files of the web application", e);
        }
    }

    private static void closeQuietly(WebappFiles files, Throwable reason) {
        try {
            files.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static ConfiguredFactory ofClass(Configuration configuration, InitParameters parameters, WebappFiles files)
            throws ServletException {
        String name = parameters.handler();
        if (name == null || name.isEmpty()) {
            throw new DeploymentException("init-param 'handler' of " + configuration.title()
                    + " is missing: it names the handler class, com.example.MyHandler for instance");
        }
        // An embedded container may have no class loader of its own for the web application.
        ClassLoader loader = configuration.context().getClassLoader();
        Class<? extends Handler> type =
                HandlerClass.load(name, loader == null ? HandlerDeployment.class.getClassLoader() : loader);
        return new ConfiguredFactory(HandlerClass.factory(type), parameters.valuesFor(type, files));
    }

    private static void checkDirectory(Handler first, Configuration configuration, InitParameters parameters)
            throws ServletException {
        if (first instanceof FileHandler handler
                && !parameters.has(FileHandler.DIRECTORY)
                && handler.directory().equals(Path.of("").toAbsolutePath())) {
            throw new DeploymentException("init-param '" + FileHandler.DIRECTORY + "' of " + configuration.title()
                    + " is missing: " + first.getClass().getName() + " would serve " + handler.directory()
                    + ", where the container happens to run");
        }
    }

    private static Handler tryOut(ConfiguredFactory made) throws ServletException {
        Handler handler;
        try {
            handler = made.factory().get();
        } catch (Exception e) {
            throw new DeploymentException("no handler can be made: " + e, e);
        }
        for (AttributeValue value : made.values()) {
            try {
                value.set(handler);
            } catch (Exception e) {
                throw new DeploymentException(value.title() + ": " + e.getMessage(), e);
            }
        }
        return handler;
    }
}
