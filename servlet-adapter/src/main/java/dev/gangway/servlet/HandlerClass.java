package dev.gangway.servlet;

import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import jakarta.servlet.ServletException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Makes a factory of the class that an init-param names. */
final class HandlerClass {
    private HandlerClass() {}

    /**
     * Loads a handler class.
     *
     * @param name the name of the class
     * @param loader the web application's class loader
     * @throws ServletException if there is no such class, or none that can be made by its name
     */
    static Class<? extends Handler> load(String name, ClassLoader loader) throws ServletException {
        try {
            Class<?> type = Class.forName(name, true, loader);
            if (!Handler.class.isAssignableFrom(type)) {
                throw new DeploymentException(
                        title(name) + "this is no handler: it has to extend BaseHTTPRequestHandler");
            }
            return type.asSubclass(Handler.class);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new DeploymentException(
                    title(name) + "the web application has no such class that can be loaded; a nested class is"
                            + " written Outer$Inner: " + e,
                    e);
        }
    }

    /**
     * Returns a factory.
     *
     * @param type the handler class
     * @throws ServletException if it has no constructor without arguments that can be called
     */
    static HandlerFactory factory(Class<? extends Handler> type) throws ServletException {
        Constructor<? extends Handler> constructor;
        try {
            constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
        } catch (NoSuchMethodException | RuntimeException e) {
            throw new DeploymentException(
                    title(type.getName()) + "it needs a constructor without arguments, in a package that is open to"
                            + " dev.gangway.servlet; one with arguments goes into a subclass of HandlerServlet: " + e,
                    e);
        }
        return () -> {
            try {
                return constructor.newInstance();
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        };
    }

    private static String title(String name) {
        return "init-param 'handler', " + name + ": ";
    }
}
