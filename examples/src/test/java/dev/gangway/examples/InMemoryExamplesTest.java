package dev.gangway.examples;

import dev.gangway.contract.Host;
import dev.gangway.contract.InMemory;

class InMemoryExamplesTest extends ExamplesContract {
    @Override
    Host host() {
        return new InMemory();
    }
}
