package dev.gangway.porting;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Python's module {@code random}. */
public final class Random {
    private Random() {}

    /** Returns {@code random.random()}. */
    public static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    /** Returns {@code random.randint(a, b)}: both may come. */
    public static long randint(long a, long b) {
        return ThreadLocalRandom.current().nextLong(a, b + 1);
    }

    /** Returns {@code random.randrange(end)}. */
    public static long randrange(long end) {
        return ThreadLocalRandom.current().nextLong(end);
    }

    /** Returns {@code random.randrange(start, end)}. */
    public static long randrange(long start, long end) {
        return ThreadLocalRandom.current().nextLong(start, end);
    }

    /** Returns {@code random.uniform(a, b)}. */
    public static double uniform(double a, double b) {
        return a + (b - a) * random();
    }

    /** Returns {@code random.choice(x)}. */
    public static <T> T choice(List<T> seq) {
        return seq.get(ThreadLocalRandom.current().nextInt(seq.size()));
    }

    /** Returns {@code random.choice(x)}. */
    public static String choice(String seq) {
        return Str.at(seq, randrange(seq.length()));
    }

    /** Returns {@code random.choice(x)}. */
    public static @Nullable Object choice(@Nullable Object seq) {
        return choice(Python.list(seq));
    }

    /** Returns {@code random.choices(x, k=…)}. */
    public static List<@Nullable Object> choices(@Nullable Object population, Keywords keywords) {
        List<@Nullable Object> chosen = new java.util.ArrayList<>();
        for (long i = 0; i < Ported.asLong(keywords.get("k", 1L)); i++) {
            chosen.add(choice(population));
        }
        return chosen;
    }

    /** Does {@code random.shuffle(x)}. */
    public static <T> void shuffle(List<T> x) {
        Collections.shuffle(x);
    }

    /** Returns {@code random.sample(x, count)}. */
    public static List<@Nullable Object> sample(@Nullable Object population, long k) {
        List<@Nullable Object> all = Python.list(population);
        Collections.shuffle(all);
        return Lists.slice(all, 0, k);
    }
}
