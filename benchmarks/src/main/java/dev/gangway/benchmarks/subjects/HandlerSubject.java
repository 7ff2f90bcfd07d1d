package dev.gangway.benchmarks.subjects;

import dev.gangway.servlet.HandlerServlet;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;

/** The handlers of {@link GangwayServer} in a servlet. */
final class HandlerSubject {
    private HandlerSubject() {}

    /** Makes the servlet that the third argument of a container names. Its type is none that a peer would have to load. */
    static HttpServlet servlet(String[] arguments) {
        Path directory = Path.of(arguments[1]);
        return new HandlerServlet(
                arguments[2].equals("hello")
                        ? GangwayServer.Hello::new
                        : () -> new GangwayServer.Files(directory));
    }
}
