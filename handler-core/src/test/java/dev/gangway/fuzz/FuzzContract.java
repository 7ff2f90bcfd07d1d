package dev.gangway.fuzz;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Replays the corpus of each target of a module, and some thousand inputs made from it, the same ones every time. */
public abstract class FuzzContract {
    private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 2000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    /** Returns classes that {@link FuzzTarget} describes. */
    protected abstract List<Class<?>> targets();

    @TestFactory
    Stream<DynamicTest> corpus() throws ReflectiveOperationException {
        return all().stream().map(target -> dynamicTest(target.type().getSimpleName(), target::replay));
    }

    @TestFactory
    Stream<DynamicTest> mutations() throws ReflectiveOperationException {
        return all().stream()
                .map(target -> dynamicTest(target.type().getSimpleName(), () -> target.mutate(MUTATIONS, SEED)));
    }

    /** Long, and only with the profile that brings Jazzer. */
    @TestFactory
    @Tag("fuzz")
    Stream<DynamicTest> underJazzer() throws ReflectiveOperationException {
        String only = System.getProperty("fuzz.targets", "");
        return all().stream()
                .filter(target -> target.type().getSimpleName().contains(only))
                .map(target -> dynamicTest(target.type().getSimpleName(), new JazzerRun(target)::run));
    }

    private List<FuzzTarget> all() throws ReflectiveOperationException {
        List<FuzzTarget> all = new ArrayList<>();
        for (Class<?> type : targets()) {
            all.add(new FuzzTarget(type));
        }
        return all;
    }
}
