package dev.gangway.servlet;

import dev.gangway.host.HandlerFactory;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The servlet under test, with what it gives to {@link ServletContext#log} kept instead of logged. */
final class RecordingServlet extends HandlerServlet {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final transient List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());

    /** One party for the test, and one for each request that is being served. */
    private final transient Phaser running = new Phaser(1);

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

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        running.register();
        try {
            super.service(request, response);
        } finally {
            running.arriveAndDeregister();
        }
    }

    /** Waits until no request is being served. */
    void awaitIdle() {
        try {
            int phase = running.arrive();
            running.awaitAdvanceInterruptibly(phase, 10, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("a handler goes on", e);
        }
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
