/**
 * Gangway's servers on sockets of their own, and the command line.
 */
module dev.gangway.standalone {
    requires static transitive org.jspecify;
    requires transitive dev.gangway.handler.core;
    requires info.picocli;

    exports dev.gangway.standalone;
}
