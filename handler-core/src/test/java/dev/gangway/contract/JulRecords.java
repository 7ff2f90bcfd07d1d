package dev.gangway.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps the records of a logger instead of showing them. */
public final class JulRecords extends Handler implements AutoCloseable {
    private final Logger logger;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    /** Keeps records from now on. */
    public JulRecords(String name) {
        logger = Logger.getLogger(name);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** Returns the level and the text of each record, and of its exception. */
    public List<String> texts() {
        return records.stream()
                .map(record -> record.getLevel() + " " + record.getMessage()
                        + (record.getThrown() == null
                                ? ""
                                : ": " + record.getThrown().getMessage()))
                .toList();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
