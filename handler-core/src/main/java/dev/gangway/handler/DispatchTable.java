package dev.gangway.handler;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/** The {@code do_*} methods of one handler class, found once. */
final class DispatchTable {
    private static final String PREFIX = "do_";

    /** Kept with the class itself, so that a class loader that goes away takes its table along. */
    private static final ClassValue<DispatchTable> TABLES = new ClassValue<>() {
        @Override
        protected DispatchTable computeValue(Class<?> type) {
            return new DispatchTable(type);
        }
    };

    private final Map<String, MethodHandle> methods = new HashMap<>();

    private DispatchTable(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (method.getName().startsWith(PREFIX)
                    && method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())) {
                // A bridge counts too: it stands for a method of a superclass that is not public.
                methods.put(method.getName().substring(PREFIX.length()), handle(method));
            }
        }
    }

    /** Calls the method for a command; returns false if there is none. */
    static boolean call(BaseHTTPRequestHandler handler, String command) throws IOException {
        try {
            return handler.callKnown(command) || TABLES.get(handler.getClass()).invoke(handler, command);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("do_" + command + " threw a checked exception that is no IOException", e);
        }
    }

    private boolean invoke(Object handler, String command) throws Throwable {
        MethodHandle method = methods.get(command);
        if (method != null) {
            method.invokeExact(handler);
        }
        return method != null;
    }

    private static MethodHandle handle(Method method) {
        try {
            // The class itself need not be public: handlers are often nested or local classes.
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method).asType(MethodType.methodType(void.class, Object.class));
        } catch (IllegalAccessException | RuntimeException e) {
            throw new IllegalStateException(
                    "cannot call " + method + "; open or export its package to dev.gangway.handler.core,"
                            + " or override dispatch(String)",
                    e);
        }
    }
}
