package dev.gangway.servlet;

import dev.gangway.sight.Metrics;
import jakarta.servlet.ServletContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the servlets, filters and listeners of one web application know of each other: its numbers, and whether it is about to stop. */
final class WebappSight {
    /** Held while this is made, for any web application; a context may be locked for reasons of the container's. */
    private static final Object MAKING = new Object();

    private static final String ATTRIBUTE = "dev.gangway.servlet.sight";

    private volatile @Nullable Metrics counts;
    private volatile boolean draining;
    private volatile @Nullable Path drainFile;

    WebappSight() {}

    /** Returns that of a web application. */
    static WebappSight of(ServletContext context) {
        synchronized (MAKING) {
            if (context.getAttribute(ATTRIBUTE) instanceof WebappSight known) {
                return known;
            }
            WebappSight made = new WebappSight();
            context.setAttribute(ATTRIBUTE, made);
            return made;
        }
    }

    /** Returns the counters; null if nothing is counted. */
    @Nullable Metrics counts() {
        return counts;
    }

    /** Begins to count, if that is still to be done. */
    synchronized Metrics startCounting() {
        Metrics counting = counts;
        if (counting == null) {
            counting = new Metrics();
            counts = counting;
        }
        return counting;
    }

    /** Says that the application is about to stop. */
    void drain() {
        draining = true;
    }

    /** Names a file that says the same as long as it is there. */
    void drainFile(Path file) {
        drainFile = file;
    }

    boolean isDraining() {
        Path file = drainFile;
        return draining || file != null && Files.exists(file);
    }
}
