package dev.gangway.contract;

class InMemoryCgiTest extends CgiContract {
    @Override
    protected Host host() {
        return new InMemory();
    }
}
