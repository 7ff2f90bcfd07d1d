package dev.gangway.porting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's module {@code operator}: functions that sort and the like take as a key. */
public final class Operator {
    private Operator() {}

    /** Returns {@code operator.itemgetter(item)}, or with several items a function that gives a tuple. */
    public static Function itemgetter(@Nullable Object... items) {
        return args -> {
            if (items.length == 1) {
                return Operators.item(args[0], items[0]);
            }
            List<@Nullable Object> found = new ArrayList<>();
            for (Object item : items) {
                found.add(Operators.item(args[0], item));
            }
            return Tuple.copyOf(found);
        };
    }

    /** Returns {@code operator.attrgetter(name)}. */
    public static Function attrgetter(String name) {
        return args -> {
            Object found = args[0];
            for (String part : name.split("\\.", -1)) {
                found = Dynamic.attribute(found, part);
            }
            return found;
        };
    }
}
