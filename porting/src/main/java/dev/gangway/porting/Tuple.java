package dev.gangway.porting;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code tuple}: a list that does not change. */
public final class Tuple extends AbstractList<@Nullable Object> {
    private final @Nullable Object[] values;

    private Tuple(@Nullable Object[] values) {
        this.values = values;
    }

    /** Returns a tuple of values. */
    public static Tuple of(@Nullable Object... values) {
        return new Tuple(values.clone());
    }

    /** Returns a tuple of what a collection holds. */
    public static Tuple copyOf(Collection<?> values) {
        return new Tuple(values.toArray());
    }

    /** Returns the arguments from an index on. */
    public static Tuple rest(@Nullable Object[] args, int from) {
        return new Tuple(Arrays.copyOfRange(args, Math.min(from, args.length), args.length));
    }

    /** Returns a tuple that begins with some values and goes on with those of a list. */
    public static Tuple with(List<?> last, @Nullable Object... first) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(last);
        return copyOf(all);
    }

    @Override
    public @Nullable Object get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tuple tuple && super.equals(tuple);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public String toString() {
        return Python.repr(this);
    }
}
