package dev.gangway.servlet;

import dev.gangway.contract.AnswerView;
import dev.gangway.contract.Host;

/** Lends the hosts under test of the servlet adapter, and how their answers are read, to the tests of the examples. */
public final class Containers {
    private Containers() {}

    /** Returns Jetty. */
    public static Host jetty() {
        return ServletHost.jetty();
    }

    /** Returns the Tomcat on the class path. */
    public static Host tomcat() {
        return ServletHost.tomcat();
    }

    /** Returns a view that makes equal what RFC 9110 calls equal. */
    public static AnswerView view() {
        return new SemanticView();
    }
}
