package dev.gangway.standalone.serve;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Opens the user's browser. */
final class Browser {
    private Browser() {}

    /** Opens an address, if the system knows how; nothing depends on it. */
    static void open(String url) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                : List.of(system.startsWith("mac") ? "open" : "xdg-open", url);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            System.err.println("gangway serve: cannot open a browser; the address is " + url);
        }
    }
}
