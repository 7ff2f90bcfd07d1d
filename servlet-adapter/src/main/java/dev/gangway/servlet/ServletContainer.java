package dev.gangway.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;

/**
 * The containers that the adapter treats in ways of their own. The name of a class tells which one it is: the adapter knows no
 * class of a container, and an application sees none.
 */
enum ServletContainer {
    /** Jetty 10 or later. */
    JETTY("org.eclipse.jetty."),

    /** Tomcat, also in TomEE and Spring Boot. */
    TOMCAT("org.apache.catalina.") {
        /** GlassFish and Payara have packages of the same name; they come without Tomcat's logging. */
        @Override
        boolean has(Class<?> type) {
            return super.has(type) && sees(type.getClassLoader(), "org.apache.juli.logging.LogFactory");
        }
    },

    /** Undertow, also in WildFly and Spring Boot. */
    UNDERTOW("io.undertow."),

    /** Any other. */
    OTHER("");

    private final String prefix;

    ServletContainer(String prefix) {
        this.prefix = prefix;
    }

    /** Tells which container a web application runs in; {@link #OTHER} if its context is wrapped. */
    static ServletContainer of(ServletContext context) {
        for (ServletContainer container : values()) {
            if (container.has(context.getClass())) {
                return container;
            }
        }
        return OTHER;
    }

    /** Returns the container's own request, without the wrappers of filters. */
    static ServletRequest own(ServletRequest given) {
        ServletRequest inner = given;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }

    /** Returns the container's own response, without the wrappers of filters. */
    static ServletResponse own(ServletResponse given) {
        ServletResponse inner = given;
        while (inner instanceof ServletResponseWrapper wrapper) {
            inner = wrapper.getResponse();
        }
        return inner;
    }

    /** Tells whether a class is one of this container's. */
    boolean has(Class<?> type) {
        return type.getName().startsWith(prefix);
    }

    private static boolean sees(ClassLoader loader, String name) {
        try {
            Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
