package dev.gangway.standalone.serve;

import dev.gangway.standalone.log.StderrLog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows running downloads and uploads below the log on a terminal, a line each, as soon as they last for a second. A line of the log is
 * written above them. Any thread may use it.
 */
class Progress {
    private static final long SHOWN_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long INTERVAL_MILLIS = 500;
    private static final int MAX_LINES = 8;
    /** A line that is too long is cut at the edge of the terminal, because a line that wraps is two. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";
    private static final String ERASE_BELOW = "\u001b[J";

    private final LongSupplier nanos;
    private final Consumer<String> out;
    /** Whether a thread updates the display. */
    private final boolean updates;

    private final Set<Transfer> transfers = new LinkedHashSet<>();
    private int shownLines;
    private @Nullable Thread clock;

    Progress() {
        this(System::nanoTime, StderrLog.PROCESS::log, true);
    }

    /**
     * Makes a display that is updated by its caller.
     *
     * @param nanos the time
     * @param out takes text, and adds a line end
     */
    Progress(LongSupplier nanos, Consumer<String> out) {
        this(nanos, out, false);
    }

    private Progress(LongSupplier nanos, Consumer<String> out, boolean updates) {
        this.nanos = nanos;
        this.out = out;
        this.updates = updates;
    }

    /** Begins a transfer. */
    Transfer begin(boolean uploads, String client, String path) {
        Transfer transfer = new Transfer(uploads, client, path, nanos.getAsLong());
        synchronized (this) {
            transfers.add(transfer);
            if (updates && clock == null) {
                clock = new Thread(this::run, "gangway-progress");
                clock.setDaemon(true);
                clock.start();
            }
        }
        return transfer;
    }

    /** Ends a transfer. */
    synchronized void end(Transfer transfer) {
        transfers.remove(transfer);
    }

    /** Writes a line of the log. */
    synchronized void log(String line) {
        write(line, lines());
    }

    /** Shows how far transfers are by now. */
    synchronized void update() {
        long now = nanos.getAsLong();
        transfers.forEach(transfer -> transfer.measure(now));
        List<String> lines = lines();
        if (shownLines > 0 || !lines.isEmpty()) {
            write(null, lines);
        }
    }

    private List<String> lines() {
        long now = nanos.getAsLong();
        List<String> lines = new ArrayList<>();
        int more = 0;
        for (Transfer transfer : transfers) {
            if (transfer.lasts(SHOWN_AFTER_NANOS, now)) {
                if (lines.size() < MAX_LINES) {
                    lines.add(NO_WRAP + transfer.text() + WRAP);
                } else {
                    more++;
                }
            }
        }
        if (more > 0) {
            lines.add("and " + more + " more");
        }
        return lines;
    }

    private void write(@Nullable String line, List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (shownLines > 0) {
            text.append("\u001b[").append(shownLines).append('A').append(ERASE_BELOW);
        }
        List<String> all = new ArrayList<>(lines);
        if (line != null) {
            all.add(0, line);
        }
        // The line end that follows anyway has to lead to where the first line was.
        text.append(all.isEmpty() ? "\u001b[A" : String.join("\n", all));
        shownLines = lines.size();
        out.accept(text.toString());
    }

    private void run() {
        while (true) {
            synchronized (this) {
                if (transfers.isEmpty() && shownLines == 0) {
                    clock = null;
                    return;
                }
                update();
            }
            try {
                Thread.sleep(INTERVAL_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
