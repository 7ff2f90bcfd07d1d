package dev.gangway.examples;

import dev.gangway.handler.SimpleHTTPRequestHandler;

/** Logs nothing: every line goes through this one method. */
public class Silent extends SimpleHTTPRequestHandler {
    @Override
    public void logMessage(String format, Object... args) {}
}
