package dev.gangway.servlet;

import dev.gangway.contract.CgiPrograms;
import dev.gangway.host.HandlerFactory;
import java.net.URI;
import java.util.Map;

/** Real programs in the container. */
class TomcatCgiProgramsTest extends CgiPrograms {
    @Override
    protected Site serve(HandlerFactory factory) throws Exception {
        Container.Started started = new TomcatContainer().start(new RecordingServlet(factory), "", "/*", Map.of());
        return new Site(URI.create("http://127.0.0.1:" + started.port()), started::close);
    }
}
