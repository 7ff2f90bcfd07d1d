package dev.gangway.porting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's module {@code threading}; its classes are {@link Lock}, {@link Event} and {@link PythonThread}. */
public final class Threading {
    private Threading() {}

    /** Makes a {@code Lock}. */
    public static Lock Lock() {
        return new Lock();
    }

    /** Makes an {@code RLock}. */
    public static Lock RLock() {
        return new Lock();
    }

    /** Makes a {@code threading.local()}: each thread has attributes of its own. */
    public static Namespace local() {
        ThreadLocal<Map<String, @Nullable Object>> values = ThreadLocal.withInitial(LinkedHashMap::new);
        return new Namespace() {
            @Override
            Map<String, @Nullable Object> values() {
                return values.get();
            }
        };
    }

    /** Returns {@code threading.current_thread()}. */
    public static PythonThread currentThread() {
        return new PythonThread(Keywords.of("name", Thread.currentThread().getName()));
    }

    /** Returns {@code threading.active_count()}. */
    public static long activeCount() {
        return Thread.activeCount();
    }

    /** Returns {@code threading.get_ident()}. */
    public static long getIdent() {
        return Thread.currentThread().getId();
    }
}
