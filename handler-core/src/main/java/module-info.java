/**
 * Handlers in the style of Python's {@code http.server}, and the small interface that a host implements to run them.
 *
 * <p>This module needs the JDK alone. It knows neither sockets nor servlets.
 */
@SuppressWarnings("module") // The modules that are shown more than users are built after this one.
module dev.gangway.handler.core {
    requires static org.jspecify;
    // For events of Java Flight Recorder, where the runtime has it.
    requires static jdk.jfr;

    exports dev.gangway.http;
    exports dev.gangway.handler;
    exports dev.gangway.host;
    exports dev.gangway.testing;
    exports dev.gangway.handler.cgi to
            dev.gangway.standalone;
    exports dev.gangway.handler.files to
            dev.gangway.files;
    exports dev.gangway.handler.platform to
            dev.gangway.standalone;
    exports dev.gangway.handler.store to
            dev.gangway.files,
            dev.gangway.servlet,
            dev.gangway.standalone;
    exports dev.gangway.handler.text to
            dev.gangway.files,
            dev.gangway.servlet,
            dev.gangway.standalone;
    exports dev.gangway.sight to
            dev.gangway.servlet,
            dev.gangway.standalone;
    exports dev.gangway.http.syntax to
            dev.gangway.files,
            dev.gangway.servlet,
            dev.gangway.standalone;
}
