package dev.gangway.porting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's module {@code copy}. */
public final class Copy {
    private Copy() {}

    /** Returns {@code copy.deepcopy(x)}. */
    public static @Nullable Object deepcopy(@Nullable Object x) {
        if (x instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>();
            map.forEach((key, value) -> all.put(key, deepcopy(value)));
            return all;
        }
        if (x instanceof List<?> list && !(x instanceof Tuple)) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(each -> all.add(deepcopy(each)));
            return all;
        }
        return x;
    }

    /** Returns {@code copy.copy(x)}. */
    public static @Nullable Object copy(@Nullable Object x) {
        return x instanceof Map<?, ?> map
                ? new LinkedHashMap<>(map)
                : x instanceof List<?> list && !(x instanceof Tuple) ? new ArrayList<>(list) : x;
    }
}
