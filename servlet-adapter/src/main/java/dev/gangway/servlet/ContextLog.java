package dev.gangway.servlet;

import jakarta.servlet.ServletContext;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The log of a web application, where lines look as those of {@link ServletContext#log(String)}.
 *
 * <p>Tomcat and Undertow take a stack trace for each line, only to learn that {@code ServletContext.log} was called. That is most of
 * the cost of a line. If such a container logs by {@code java.util.logging}, lines go to the logger that the container uses for
 * this application, with the names that the stack trace would have told. In all other cases they go to the container.
 */
final class ContextLog {
    private final Consumer<String> lines;

    private ContextLog(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Finds the way for a web application; call it while the container starts a servlet or filter of the application. */
    static ContextLog of(ServletContext context) {
        Logger logger = logger(context);
        if (logger == null) {
            return new ContextLog(context::log);
        }
        String source = ServletContainer.of(context) == ServletContainer.TOMCAT
                ? "org.apache.catalina.core.ApplicationContext"
                : context.getClass().getName();
        return new ContextLog(line -> logger.logp(Level.INFO, source, "log", line));
    }

    void log(String line) {
        lines.accept(line);
    }

    private static @Nullable Logger logger(ServletContext context) {
        return switch (ServletContainer.of(context)) {
            case TOMCAT ->
                known(
                        context,
                        LogManager.getLogManager().getLogger(tomcatName(context)),
                        "org.apache.juli.logging.LogFactory",
                        "getLog",
                        "org.apache.juli.logging.DirectJDKLog");
            case UNDERTOW ->
                known(
                        context,
                        Logger.getLogger("io.undertow.servlet"),
                        "org.jboss.logging.Logger",
                        "getLogger",
                        "org.jboss.logging.JDKLogger");
            default -> null;
        };
    }

    /** Names the logger as {@code ContainerBase.getLogName()} does: by the engine, the host and the application. */
    private static String tomcatName(ServletContext context) {
        String[] server = context.getVirtualServerName().split("/", 2);
        Object version = context.getAttribute("org.apache.catalina.webappVersion");
        String path = context.getContextPath().isEmpty() ? "/" : context.getContextPath();
        String name = version instanceof String text && !text.isEmpty() ? path + "##" + text : path;
        return "org.apache.catalina.core.ContainerBase.[" + server[0] + "].[" + server[server.length - 1] + "].[" + name
                + "]";
    }

    /** Returns the logger, if it is there, and if the container's own logging hands lines to it; null otherwise. */
    private static @Nullable Logger known(
            ServletContext context, @Nullable Logger logger, String factory, String method, String type) {
        if (logger == null) {
            return null;
        }
        try {
            Object own = Class.forName(factory, true, context.getClass().getClassLoader())
                    .getMethod(method, String.class)
                    .invoke(null, logger.getName());
            return own.getClass().getName().equals(type) ? logger : null;
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
