package dev.gangway.contract;

class InMemoryConnectionTest extends ConnectionContract {
    @Override
    protected Host host() {
        return new InMemory();
    }
}
