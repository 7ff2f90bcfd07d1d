package dev.gangway.servlet;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps what a container logs instead of printing it: tests make handlers fail, and the output of a test run stays short. */
final class RecordedLog {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Kept, so that it stays set. */
    private final Logger logger;

    RecordedLog(String name, Level level) {
        logger = Logger.getLogger(name);
        logger.setLevel(level);
        logger.setUseParentHandlers(false);
        logger.addHandler(new Handler() {
            private final SimpleFormatter formatter = new SimpleFormatter();

            @Override
            public void publish(LogRecord entry) {
                lines.add(formatter.format(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    void clear() {
        lines.clear();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
