package dev.gangway.standalone;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.RequestSteps;
import java.io.IOException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A handler as one that answers at once, whether it does or not. */
record PromptHandler(BaseHTTPRequestHandler handler) implements Handler {
    /** Returns the handler as a prompt one, if it can be: its {@code handle()} is not called. */
    static Handler of(Handler handler) throws NoSuchMethodException {
        return handler instanceof BaseHTTPRequestHandler base
                        && handler.getClass().getMethod("handle").getDeclaringClass() == BaseHTTPRequestHandler.class
                ? new PromptHandler(base)
                : handler;
    }

    @Override
    public void run(HandlerConnection connection) throws IOException {
        handler.run(connection);
    }

    /** Subclasses alone may say that they are prompt. */
    @Override
    public @Nullable RequestSteps requestSteps() {
        try {
            Method method = BaseHTTPRequestHandler.class.getDeclaredMethod("promptSteps");
            method.setAccessible(true);
            return (RequestSteps) method.invoke(handler);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
