package dev.gangway.contract;

/** Files, in memory. */
class InMemoryFilesTest extends FilesContract {
    @Override
    protected Host host() {
        return new InMemory();
    }
}
