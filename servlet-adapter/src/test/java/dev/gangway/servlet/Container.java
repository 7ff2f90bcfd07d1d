package dev.gangway.servlet;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.Map;

/** A servlet container, embedded. */
interface Container {
    /**
     * Starts a container that has one web application.
     *
     * @param contextPath "" or the path of the web application
     * @param initializer registers servlets
     */
    Started start(String contextPath, ServletContainerInitializer initializer) throws Exception;

    /**
     * Starts a container that has one web application with one servlet.
     *
     * @param contextPath "" or the path of the web application
     * @param mapping the servlet's URL pattern
     * @param initParameters the servlet's init-params
     */
    default Started start(Servlet servlet, String contextPath, String mapping, Map<String, String> initParameters)
            throws Exception {
        return start(contextPath, (classes, context) -> {
            ServletRegistration.Dynamic registration = context.addServlet("under test", servlet);
            registration.setInitParameters(initParameters);
            registration.setLoadOnStartup(1);
            registration.addMapping(mapping);
        });
    }

    /** Returns the failures that the container has logged since the last start; one that throws them instead logs none. */
    default List<String> failures() {
        return List.of();
    }

    /** A container that serves. */
    interface Started extends AutoCloseable {
        /** Returns the port on the loopback address. */
        int port();

        @Override
        void close();
    }
}
