/**
 * Gangway's handlers in any servlet container: {@link dev.gangway.servlet.HandlerServlet}.
 */
module dev.gangway.servlet {
    requires static org.jspecify;
    requires transitive dev.gangway.handler.core;
    requires transitive jakarta.servlet;
    requires java.logging;
    requires java.naming;

    exports dev.gangway.servlet;
}
