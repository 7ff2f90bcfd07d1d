package dev.gangway.contract;

class InMemoryResponseTest extends ResponseContract {
    @Override
    protected Host host() {
        return new InMemory();
    }
}
