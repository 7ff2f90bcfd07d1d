package dev.gangway.contract;

class InMemoryRequestContentTest extends RequestContentContract {
    @Override
    protected Host host() {
        return new InMemory();
    }
}
