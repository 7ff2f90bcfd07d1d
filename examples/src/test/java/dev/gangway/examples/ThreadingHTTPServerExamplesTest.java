package dev.gangway.examples;

import dev.gangway.contract.Host;

class ThreadingHTTPServerExamplesTest extends ExamplesContract {
    @Override
    Host host() {
        return new Sockets(Sockets::threading);
    }
}
