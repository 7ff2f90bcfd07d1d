package dev.gangway.standalone.log;

/** Lines that one thread logs shortly after one another, to be written at once. Another thread may end it. */
public final class GatheredLines {
    private static final int MOST_CHARS = 8 * 1024;

    private final StderrLog log;
    private final StringBuilder lines = new StringBuilder();
    private boolean ended;

    GatheredLines(StderrLog log) {
        this.log = log;
    }

    /** Takes a line; false if it is to be written by itself. */
    synchronized boolean add(String line) {
        if (ended) {
            return false;
        }
        if (lines.length() > 0) {
            lines.append('\n');
        }
        lines.append(line);
        if (lines.length() >= MOST_CHARS) {
            write();
        }
        return true;
    }

    /** Writes the lines that are there. */
    public synchronized void write() {
        if (lines.length() > 0) {
            String text = lines.toString();
            lines.setLength(0);
            log.write(text);
        }
    }

    /** Writes the lines that are there, and takes no more. */
    public synchronized void end() {
        ended = true;
        write();
    }
}
