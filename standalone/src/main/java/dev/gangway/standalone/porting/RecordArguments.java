package dev.gangway.standalone.porting;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.Options;

/**
 * The arguments of {@code gangway record}.
 *
 * @param server the server to stand in front of
 * @param folder where the files go
 * @param port the port to listen on; 0 picks a free one
 * @param bind the address to listen on
 */
record RecordArguments(ServerAddress server, Path folder, int port, String bind) {
    static final String HELP = """
            usage: gangway record [-h] -o FOLDER [-p PORT] [-b ADDRESS] SERVER

            Listens in front of a server, passes every request on, and writes requests and
            responses to files for gangway compare. Each request gets a connection of its
            own, and a response is passed on as it comes; of one without an end, what came
            until the client left is recorded. After 101 (WebSocket) bytes pass both ways,
            and stand behind request and response. Ends when it is interrupted, or with 2 if
            it cannot listen or the arguments are wrong.

            positional arguments:
              SERVER                the server, http://HOST:PORT

            options:
              -h, --help            show this help message and exit
              -o, --into FOLDER     where the files go; made if it is not there
                                    (required)
              -p, --port PORT       listen on this port (default: 8001; 0 picks a free
                                    one)
              -b, --bind ADDRESS    listen on this address (default: 127.0.0.1)
            """;

    private static final String SERVER = "SERVER";

    static Options known() {
        return new Options()
                .addOption("h", "help", false, null)
                .addOption("o", "into", true, null)
                .addOption("p", "port", true, null)
                .addOption("b", "bind", true, null);
    }

    static RecordArguments of(Arguments arguments) throws UsageException {
        List<String> folders = arguments.required("--into");
        return new RecordArguments(
                server(arguments),
                arguments.path("--into", folders.get(folders.size() - 1)),
                arguments.number("--port", arguments.last("--port"), 0, 65_535, 8001),
                arguments.last("--bind", "127.0.0.1"));
    }

    private static ServerAddress server(Arguments arguments) throws UsageException {
        String word = arguments.positional(SERVER, 1, 1).get(0);
        ServerAddress server = ServerAddress.of(word);
        if (server == null) {
            throw arguments.wrong(SERVER, word, "is not " + ServerAddress.FORM);
        }
        return server;
    }
}
