package dev.gangway.servlet;

import jakarta.servlet.Servlet;
import java.util.Map;

/** A servlet container, embedded. */
interface Container {
    /**
     * Starts a container that has one web application with one servlet.
     *
     * @param contextPath "" or the path of the web application
     * @param mapping the servlet's URL pattern
     * @param initParameters the servlet's init-params
     */
    Started start(Servlet servlet, String contextPath, String mapping, Map<String, String> initParameters)
            throws Exception;

    /** A container that serves. */
    interface Started extends AutoCloseable {
        /** Returns the port on the loopback address. */
        int port();

        @Override
        void close();
    }
}
