package com.example.contract;

import dev.gangway.contract.DispatchContract;
import dev.gangway.contract.Host;
import dev.gangway.contract.InMemory;

/** One of the contracts, on the host that the artifact brings. */
class ContractTest extends DispatchContract {
    @Override
    public Host host() {
        return new InMemory();
    }
}
