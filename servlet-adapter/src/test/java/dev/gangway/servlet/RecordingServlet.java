package dev.gangway.servlet;

import dev.gangway.host.HandlerFactory;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** The servlet under test, with what it gives to {@link ServletContext#log} kept instead of logged. */
final class RecordingServlet extends HandlerServlet {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final transient List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());

    RecordingServlet(HandlerFactory factory) {
        super(factory);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        ServletContext context = recording(config.getServletContext());
        super.init(new ServletConfig() {
            @Override
            public String getServletName() {
                return config.getServletName();
            }

            @Override
            public ServletContext getServletContext() {
                return context;
            }

            @Override
            public String getInitParameter(String name) {
                return config.getInitParameter(name);
            }

            @Override
            public Enumeration<String> getInitParameterNames() {
                return config.getInitParameterNames();
            }
        });
    }

    List<String> takeLog() {
        return take(lines);
    }

    List<Throwable> takeErrors() {
        return take(errors);
    }

    private static <T> List<T> take(List<T> list) {
        synchronized (list) {
            List<T> taken = List.copyOf(list);
            list.clear();
            return taken;
        }
    }

    private ServletContext recording(ServletContext context) {
        return (ServletContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServletContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("log")) {
                        if (arguments.length == 2) {
                            errors.add((Throwable) arguments[1]);
                        } else {
                            lines.add((String) arguments[0]);
                        }
                        return null;
                    }
                    try {
                        return method.invoke(context, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
