package dev.gangway.contract;

class InMemoryFilesTest extends FilesContract {
    @Override
    protected Host host() {
        return new InMemory();
    }
}
