package dev.gangway.sight;

import org.jspecify.annotations.Nullable;

/** A script that is counted or recorded. */
public final class ServedScript {
    private final @Nullable Metrics metrics;
    private final @Nullable ScriptEvent event;

    private ServedScript(@Nullable Metrics metrics, @Nullable ScriptEvent event) {
        this.metrics = metrics;
        this.event = event;
    }

    /**
     * Begins with a script that is wanted.
     *
     * @param metrics what counts it; null if nothing does
     * @param name its path in the URL
     * @return the script
     */
    public static ServedScript begin(@Nullable Metrics metrics, String name) {
        return new ServedScript(metrics, FlightRecording.isOn() ? recorded(name) : null);
    }

    private static @Nullable ScriptEvent recorded(String name) {
        ScriptEvent event = new ScriptEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.begin();
        event.script = name;
        return event;
    }

    /**
     * Takes note of the end.
     *
     * @param outcome how it has ended
     * @param exitCode its exit code; negative if a signal has ended it, or if it has not ended by itself
     */
    public void end(ScriptOutcome outcome, int exitCode) {
        if (metrics != null) {
            metrics.script(outcome);
        }
        if (event != null) {
            event.end();
            if (event.shouldCommit()) {
                event.outcome = outcome.text();
                event.exitCode = exitCode;
                event.commit();
            }
        }
    }
}
