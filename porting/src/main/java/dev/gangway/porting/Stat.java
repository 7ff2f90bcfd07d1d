package dev.gangway.porting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The result of {@code os.stat}. */
public final class Stat implements Itemized {
    private final Path path;

    Stat(Path path) {
        this.path = path;
    }

    /** Returns {@code st_size}. */
    public long stSize() throws IOException {
        return Files.size(path);
    }

    /** Returns {@code st_mtime}. */
    public double stMtime() throws IOException {
        java.time.Instant time = Files.getLastModifiedTime(path).toInstant();
        return time.getEpochSecond() + time.getNano() / 1e9;
    }

    /** Returns {@code st_mode}. */
    public long stMode() throws IOException {
        return ((Number) Files.getAttribute(path, "unix:mode")).longValue();
    }

    /** Returns the size for 6 and the time of the last change for 8, as the numbers of {@code stat} are. */
    @Override
    public Object item(@org.jspecify.annotations.Nullable Object key) {
        return Ported.unchecked(() -> Ported.asLong(key) == 6 ? (Object) stSize() : (Object) (long) stMtime());
    }
}
