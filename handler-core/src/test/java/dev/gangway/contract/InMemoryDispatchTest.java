package dev.gangway.contract;

class InMemoryDispatchTest extends DispatchContract {
    @Override
    protected Host host() {
        return new InMemory();
    }
}
