package dev.gangway.handler.platform;

import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Virtual threads, which are final since Java 21 and unknown to Java 17. */
public final class VirtualThreads {
    private static final @Nullable ThreadFactory FACTORY = find();

    private VirtualThreads() {}

    /**
     * Returns {@code Thread.ofVirtual().factory()}.
     *
     * @return the factory; null if the JVM has no virtual threads
     */
    public static @Nullable ThreadFactory factory() {
        return FACTORY;
    }

    private static @Nullable ThreadFactory find() {
        if (Runtime.version().feature() < 21) {
            return null;
        }
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
