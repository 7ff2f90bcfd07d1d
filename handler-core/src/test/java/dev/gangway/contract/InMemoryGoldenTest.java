package dev.gangway.contract;

class InMemoryGoldenTest extends GoldenTest {
    @Override
    protected Host host() {
        return new InMemory();
    }
}
