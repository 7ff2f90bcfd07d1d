package dev.gangway.examples;

import dev.gangway.handler.CGIHTTPRequestHandler;
import java.io.IOException;
import java.util.List;

/** Runs scripts of a directory of its own, and one of them as the front page. */
public final class OwnScripts extends CGIHTTPRequestHandler {
    public OwnScripts() {
        cgiDirectories(List.of("/scripts"));
    }

    @Override
    public void do_GET() throws IOException {
        if (path().equals("/")) {
            path("/scripts/front.sh");
        }
        super.do_GET();
    }
}
