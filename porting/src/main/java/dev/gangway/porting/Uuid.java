package dev.gangway.porting;

import java.util.UUID;

/** Python's module {@code uuid}. */
public final class Uuid {
    private Uuid() {}

    /** Returns {@code uuid.uuid4()}. */
    public static UUID uuid4() {
        return UUID.randomUUID();
    }

    /** Returns {@code uuid.uuid1()}: a random one. */
    public static UUID uuid1() {
        return UUID.randomUUID();
    }
}
