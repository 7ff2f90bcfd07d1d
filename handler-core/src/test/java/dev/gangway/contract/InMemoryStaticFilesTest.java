package dev.gangway.contract;

/** Files, in memory. */
class InMemoryStaticFilesTest extends StaticFilesContract {
    @Override
    protected Host host() {
        return new InMemory();
    }
}
