package dev.gangway.fuzz;

import java.util.List;

class FuzzTest extends FuzzContract {
    @Override
    protected List<Class<?>> targets() {
        return FuzzTargets.ALL;
    }
}
