/**
 * Gangway's servers on sockets of their own, and the command line.
 */
@SuppressWarnings("requires-automatic") // The library of Prometheus is no named module.
module dev.gangway.standalone {
    requires static org.jspecify;
    requires transitive dev.gangway.handler.core;
    // For the command line alone: a program that embeds a server needs none of these.
    requires static dev.gangway.files;
    requires static dev.gangway.porting;
    // For a check that what gangway port writes compiles.
    requires static java.compiler;
    requires static io.nayuki.qrcodegen;
    requires static org.apache.commons.cli;
    requires static org.json;
    requires static java.xml;
    // For a program that has a registry of Prometheus.
    requires static io.prometheus.metrics.model;
    // For JMX, where the runtime has it and a program uses it.
    requires static java.management;
    // Has the signals that end the command line.
    requires static jdk.unsupported;

    exports dev.gangway.standalone;
}
