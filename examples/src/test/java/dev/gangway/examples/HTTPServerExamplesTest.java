package dev.gangway.examples;

import dev.gangway.contract.Host;

class HTTPServerExamplesTest extends ExamplesContract {
    @Override
    Host host() {
        return new Sockets(Sockets::plain);
    }
}
