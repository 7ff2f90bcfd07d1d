package dev.gangway.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Learns that a web application is about to stop. From then on {@link HealthServlet} answers 503 with {@code draining}, and each response
 * of a handler ends its connection and says so.
 *
 * <p>That moment is the first of these:
 *
 * <ul>
 *   <li>a file appears whose path the context-param {@code gangway.drainFile} gives: a script makes it, waits until the balancer has
 *       noticed, and stops the container then. If the file goes away again, the application is ready again;
 *   <li>{@link #drain(ServletContext)} is called;
 *   <li>the JVM begins to end, on SIGTERM for example;
 *   <li>the container stops the application. Most containers accept no more requests by then, so this alone comes too late for a balancer.
 * </ul>
 *
 * <pre>{@code
 * <listener>
 *   <listener-class>dev.gangway.servlet.HealthListener</listener-class>
 * </listener>
 * <context-param>
 *   <param-name>gangway.drainFile</param-name>
 *   <param-value>/run/gangway/drain</param-value>
 * </context-param>
 * }</pre>
 */
public class HealthListener implements ServletContextListener {
    private static final String DRAIN_FILE = "gangway.drainFile";

    private @Nullable Thread hook;

    /** Makes the listener. */
    public HealthListener() {}

    /** Begins to watch for the end of the JVM. */
    @Override
    public void contextInitialized(ServletContextEvent event) {
        WebappSight sight = WebappSight.of(event.getServletContext());
        String file = event.getServletContext().getInitParameter(DRAIN_FILE);
        if (file != null) {
            sight.drainFile(Path.of(file));
        }
        Thread atEnd = new Thread(sight::drain, "gangway-drain");
        try {
            Runtime.getRuntime().addShutdownHook(atEnd);
            hook = atEnd;
        } catch (IllegalStateException e) {
            sight.drain(); // the JVM ends already
        }
    }

    /** Says that the application is about to stop, and lets go of the JVM. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        WebappSight.of(event.getServletContext()).drain();
        Thread atEnd = hook;
        hook = null;
        if (atEnd != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(atEnd);
            } catch (IllegalStateException e) {
                // The JVM ends, and all of its threads with it.
            }
        }
    }

    /**
     * Says that a web application is about to stop, for a program that knows before its container does. There is no way back.
     *
     * @param context the web application
     */
    public static void drain(ServletContext context) {
        WebappSight.of(context).drain();
    }
}
