package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** The result of {@code subprocess.run}. */
public final class CompletedProcess {
    private final long returncode;
    private final @Nullable Object stdout;
    private final @Nullable Object stderr;

    CompletedProcess(long returncode, @Nullable Object stdout, @Nullable Object stderr) {
        this.returncode = returncode;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** Returns {@code result.returncode}. */
    public long returncode() {
        return returncode;
    }

    /** Returns {@code result.stdout}: bytes, or text. */
    public @Nullable Object stdout() {
        return stdout;
    }

    /** Returns {@code result.stderr}: bytes, or text. */
    public @Nullable Object stderr() {
        return stderr;
    }
}
