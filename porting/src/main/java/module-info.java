/**
 * The runtime of handlers that {@code gangway port} has written: {@link dev.gangway.porting}.
 */
module dev.gangway.porting {
    requires static org.jspecify;
    requires transitive dev.gangway.handler.core;

    exports dev.gangway.porting;
}
