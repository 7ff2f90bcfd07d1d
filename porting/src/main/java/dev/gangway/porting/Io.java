package dev.gangway.porting;

/** Python's module {@code io}; its classes are {@link BytesIO} and {@link StringIO}. */
public final class Io {
    private Io() {}
}
