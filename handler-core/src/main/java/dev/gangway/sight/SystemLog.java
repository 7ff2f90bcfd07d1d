package dev.gangway.sight;

import java.lang.System.Logger.Level;

/** A logger of the Java platform, which a program may have bound to java.util.logging, SLF4J or Log4j. */
public final class SystemLog {
    private final String name;
    private final System.Logger logger;

    /**
     * Finds a logger.
     *
     * @param name the name of the logger
     */
    public SystemLog(String name) {
        this.name = name;
        this.logger = System.getLogger(name);
    }

    /**
     * Returns the name.
     *
     * @return the name of the logger
     */
    public String name() {
        return name;
    }

    /**
     * Logs a line.
     *
     * @param level how much it matters
     * @param line a line, in which control characters are escaped
     */
    public void log(Level level, String line) {
        logger.log(level, line);
    }

    /**
     * Logs an error.
     *
     * @param line the event, in words
     * @param error why
     */
    public void failed(String line, Throwable error) {
        logger.log(Level.ERROR, line, error);
    }
}
