package dev.gangway.servlet;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a handler class: a reader {@code x()} and a setter {@code x(value)}, both public, found by name.
 *
 * @param name the name of both methods
 * @param setter the method that takes a value
 * @param type what kind of value
 */
record HandlerAttribute(String name, Method setter, AttributeType type) {
    /** Attributes that each request sets anew, so that a value in the configuration would be a mistake. */
    private static final Set<String> OF_REQUESTS =
            Set.of("closeConnection", "command", "path", "requestVersion", "requestline");

    /** Finds an attribute that can be set from text. */
    static Optional<HandlerAttribute> find(Class<?> handler, String name) {
        if (OF_REQUESTS.contains(name)) {
            return Optional.empty();
        }
        HandlerAttribute found = null;
        for (Method method : handler.getMethods()) {
            AttributeType type = method.getName().equals(name) && isSetter(method) ? typeOf(method) : null;
            // Of two setters, the one that takes a text reads what people write, such as 20M.
            if (type != null && hasReader(handler, name) && (found == null || type == AttributeType.STRING)) {
                found = new HandlerAttribute(name, method, type);
            }
        }
        return Optional.ofNullable(found);
    }

    /** Returns all attributes that can be set from text, by their names. */
    static SortedMap<String, HandlerAttribute> all(Class<?> handler) {
        SortedMap<String, HandlerAttribute> all = new TreeMap<>();
        for (Method method : handler.getMethods()) {
            if (isSetter(method)) {
                find(handler, method.getName()).ifPresent(attribute -> all.put(attribute.name(), attribute));
            }
        }
        return all;
    }

    /** Sets the attribute. */
    void set(Object handler, Object value) throws Exception {
        try {
            setter.invoke(handler, value);
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof Exception exception ? exception : e;
        }
    }

    private static boolean isSetter(Method method) {
        return method.getParameterCount() == 1
                && method.getReturnType() == void.class
                && !Modifier.isStatic(method.getModifiers());
    }

    private static boolean hasReader(Class<?> handler, String name) {
        try {
            return handler.getMethod(name).getReturnType() != void.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /**
     * Returns the method as it was written: what a public class inherits from one that is not public is a bridge, which
     * knows nothing of type arguments.
     */
    private static Method original(Method method) {
        Method found = method;
        Class<?> type = method.getDeclaringClass().getSuperclass();
        while (found.isBridge() && type != null) {
            try {
                found = type.getDeclaredMethod(method.getName(), method.getParameterTypes());
            } catch (NoSuchMethodException e) {
                // It was written further up.
            }
            type = type.getSuperclass();
        }
        return found;
    }

    private static boolean isEntry(Type type) {
        return type instanceof ParameterizedType entry
                && entry.getRawType() == Map.Entry.class
                && List.of(entry.getActualTypeArguments()).equals(List.of(String.class, String.class));
    }

    private static @Nullable AttributeType typeOf(Method setter) {
        Type type = original(setter).getGenericParameterTypes()[0];
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type item = list.getActualTypeArguments()[0];
            return item == String.class ? AttributeType.LIST : isEntry(item) ? AttributeType.ENTRIES : null;
        }
        if (type == String.class) {
            return AttributeType.STRING;
        } else if (type == boolean.class || type == Boolean.class) {
            return AttributeType.BOOLEAN;
        } else if (type == int.class || type == Integer.class) {
            return AttributeType.INT;
        } else if (type == long.class || type == Long.class) {
            return AttributeType.LONG;
        } else if (type == double.class || type == Double.class) {
            return AttributeType.DOUBLE;
        } else if (type == Duration.class) {
            return AttributeType.DURATION;
        }
        return type == Path.class ? AttributeType.PATH : null;
    }
}
