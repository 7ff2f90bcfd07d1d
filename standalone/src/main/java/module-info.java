/**
 * Gangway's servers on sockets of their own, and the command line.
 */
module dev.gangway.standalone {
    requires static transitive org.jspecify;
    requires transitive dev.gangway.handler.core;
    requires org.apache.commons.cli;
    // Has the signals that end the command line.
    requires jdk.unsupported;
    requires java.xml;
    requires org.json;

    exports dev.gangway.standalone;
}
