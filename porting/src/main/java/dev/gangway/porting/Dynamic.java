package dev.gangway.porting;

import dev.gangway.http.HTTPMessage;
import dev.gangway.http.HTTPStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attributes and methods by name, where only the running program knows what an object is. */
public final class Dynamic {
    private Dynamic() {}

    /** Calls a method by its Python name; arguments by name come last, as {@link Keywords}. */
    public static @Nullable Object call(@Nullable Object x, String name, @Nullable Object... args) throws IOException {
        if (x == null) {
            throw new AttributeError("'NoneType' object has no attribute '" + name + "'");
        }
        Object result = find(x, name, args);
        if (result != NOT_FOUND) {
            return result;
        }
        Object value = x instanceof Map<?, ?> ? NOT_FOUND : field(x, name);
        if (value instanceof Function function) {
            return function.call(args);
        }
        throw new AttributeError("'" + Repr.type(x) + "' object has no attribute '" + name + "'");
    }

    private static final Object NOT_FOUND = new Object();

    private static @Nullable Object find(Object x, String name, @Nullable Object... args) throws IOException {
        String camel = name.equals("wait") ? "await" : camel(name);
        Class<?> extension = extension(x);
        if (extension != null) {
            Object[] all = new Object[args.length + 1];
            all[0] = x;
            System.arraycopy(args, 0, all, 1, args.length);
            for (Method method : extension.getMethods()) {
                if (isNamed(method, camel, name) && Modifier.isStatic(method.getModifiers())) {
                    Object[] fitted = fit(method, all);
                    if (fitted != null) {
                        return invoke(method, null, fitted);
                    }
                }
            }
        }
        for (Class<?> type = x.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            if (type.getPackageName().startsWith("java.")) {
                break;
            }
            for (Method method : type.getDeclaredMethods()) {
                if (isNamed(method, camel, name) && !Modifier.isStatic(method.getModifiers())) {
                    Object[] fitted = fit(method, args);
                    if (fitted != null) {
                        return invoke(method, x, fitted);
                    }
                }
            }
        }
        return NOT_FOUND;
    }

    private static boolean isNamed(Method method, String camel, String name) {
        return (method.getName().equals(camel) || method.getName().equals(name)) && !method.isBridge();
    }

    private static @Nullable Object invoke(Method method, @Nullable Object x, Object[] args) throws IOException {
        try {
            if (!method.canAccess(x)) {
                method.setAccessible(true);
            }
            Object result = method.invoke(x, args);
            return result instanceof Integer n ? (Object) n.longValue() : result;
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        } catch (IllegalAccessException e) {
            throw new AttributeError(method.getName() + " cannot be reached");
        }
    }

    private static Object @Nullable [] fit(Method method, @Nullable Object[] args) {
        Class<?>[] types = method.getParameterTypes();
        int plain = method.isVarArgs() ? types.length - 1 : types.length;
        if (args.length < plain || args.length > plain && !method.isVarArgs()) {
            return null;
        }
        Object[] fitted = new Object[types.length];
        for (int i = 0; i < plain; i++) {
            Object value = convert(args[i], types[i]);
            if (value == NOT_FOUND) {
                return null;
            }
            fitted[i] = value;
        }
        if (method.isVarArgs()) {
            fitted[plain] = Arrays.copyOfRange(args, plain, args.length);
        }
        return fitted;
    }

    private static @Nullable Object convert(@Nullable Object value, Class<?> type) {
        if (value == null) {
            return type.isPrimitive() ? NOT_FOUND : null;
        }
        if (value instanceof Keywords && type != Keywords.class) {
            return NOT_FOUND;
        }
        if (type == long.class || type == Long.class) {
            return value instanceof Long || value instanceof Integer
                    ? (Object) ((Number) value).longValue()
                    : NOT_FOUND;
        }
        if (type == int.class) {
            return value instanceof Long || value instanceof Integer ? (Object) ((Number) value).intValue() : NOT_FOUND;
        }
        if (type == double.class) {
            return value instanceof Number number ? (Object) number.doubleValue() : NOT_FOUND;
        }
        if (type == boolean.class) {
            return value instanceof Boolean ? value : NOT_FOUND;
        }
        if (type == java.nio.file.Path.class && value instanceof String text) {
            return java.nio.file.Path.of(text);
        }
        return type.isInstance(value) ? value : NOT_FOUND;
    }

    private static @Nullable Class<?> extension(Object x) {
        if (x instanceof String) {
            return Str.class;
        }
        if (x instanceof byte[]) {
            return Bytes.class;
        }
        if (x instanceof List<?>) {
            return Lists.class;
        }
        if (x instanceof Map<?, ?> && !(x instanceof SimpleCookie) && !(x instanceof Morsel)) {
            return Dicts.class;
        }
        if (x instanceof Set<?>) {
            return Sets.class;
        }
        if (x instanceof java.nio.file.Path) {
            return Pathlib.class;
        }
        if (x instanceof HTTPMessage) {
            return Messages.class;
        }
        if (x instanceof InputStream || x instanceof OutputStream) {
            return Streams.class;
        }
        if (x instanceof dev.gangway.host.HandlerServer) {
            return Servers.class;
        }
        if (x instanceof Throwable) {
            return Exceptions.class;
        }
        return x instanceof dev.gangway.host.HandlerConnection ? Connections.class : null;
    }

    /** Returns an attribute by its Python name. */
    public static @Nullable Object attribute(@Nullable Object x, String name) {
        Object found = read(x, name);
        if (found == NOT_FOUND) {
            throw new AttributeError("'" + Repr.type(x) + "' object has no attribute '" + name + "'");
        }
        return found;
    }

    /** Returns an attribute by its Python name, or another value if there is none. */
    public static @Nullable Object attribute(@Nullable Object x, @Nullable Object name, @Nullable Object other) {
        Object found = read(x, Python.str(name));
        return found == NOT_FOUND ? other : found;
    }

    /** Returns an attribute by its Python name. */
    public static @Nullable Object attribute(@Nullable Object x, @Nullable Object name) {
        return attribute(x, Python.str(name));
    }

    /** Tells whether {@code hasattr(x, name)}. */
    public static boolean has(@Nullable Object x, @Nullable Object name) {
        return read(x, Python.str(name)) != NOT_FOUND;
    }

    private static @Nullable Object read(@Nullable Object x, String name) {
        if (x == null) {
            return NOT_FOUND;
        }
        if (name.equals("__class__")) {
            return x.getClass();
        }
        if (name.equals("__name__") && x instanceof Class<?> type) {
            return type.getSimpleName();
        }
        if (x instanceof Namespace namespace) {
            return namespace.has(name) ? namespace.get(name) : NOT_FOUND;
        }
        Object field = field(x, name);
        if (field != NOT_FOUND) {
            return field;
        }
        if (x instanceof dev.gangway.host.HandlerServer server && server.attribute(name) != null) {
            return server.attribute(name);
        }
        if (isAction(x, name)) {
            return (Function) args -> call(x, name, args);
        }
        try {
            Object found = x instanceof HTTPStatus status && name.equals("phrase") ? status.phrase() : find(x, name);
            if (found != NOT_FOUND) {
                return found;
            }
        } catch (IOException e) {
            throw new AttributeError(name + ": " + e.getMessage());
        }
        String camel = camel(name);
        boolean method = Arrays.stream(x.getClass().getMethods()).anyMatch(each -> isNamed(each, camel, name));
        return method ? (Function) args -> call(x, name, args) : NOT_FOUND;
    }

    /** Tells of a method that gives nothing, such as {@code server.serve_forever}: it is a value, and no attribute to be read. */
    private static boolean isAction(Object x, String name) {
        String camel = camel(name);
        return Arrays.stream(x.getClass().getMethods())
                .anyMatch(each -> isNamed(each, camel, name)
                        && each.getDeclaringClass() != Object.class
                        && each.getParameterCount() == 0
                        && each.getReturnType() == void.class);
    }

    private static @Nullable Object field(Object x, String name) {
        String camel = camel(name);
        for (Class<?> type = x instanceof Class<?> itself ? itself : x.getClass();
                type != null && !type.getPackageName().startsWith("java.");
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(camel) || field.getName().equals(name)) {
                    try {
                        field.setAccessible(true);
                        Object value = field.get(x);
                        return value instanceof Integer n ? (Object) n.longValue() : value;
                    } catch (ReflectiveOperationException e) {
                        return NOT_FOUND;
                    }
                }
            }
        }
        return NOT_FOUND;
    }

    /** Sets an attribute by its Python name. */
    public static void assign(@Nullable Object x, @Nullable Object attribute, @Nullable Object value) {
        String name = Python.str(attribute);
        if (x == null) {
            throw new AttributeError("'NoneType' object has no attribute '" + name + "'");
        }
        if (x instanceof Namespace namespace) {
            namespace.set(name, value);
            return;
        }
        String camel = camel(name);
        for (Class<?> type = x.getClass();
                type != null && !type.getPackageName().startsWith("java.");
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(camel) && !Modifier.isFinal(field.getModifiers())) {
                    try {
                        field.setAccessible(true);
                        field.set(x, value);
                        return;
                    } catch (ReflectiveOperationException | IllegalArgumentException e) {
                        throw new AttributeError("cannot set " + name + ": " + e.getMessage());
                    }
                }
            }
        }
        if (x instanceof dev.gangway.host.HandlerServer server) {
            server.attribute(name, value);
            return;
        }
        try {
            if (find(x, name, value) != NOT_FOUND) {
                return;
            }
        } catch (IOException e) {
            throw new AttributeError(name + ": " + e.getMessage());
        }
        throw new AttributeError("'" + Repr.type(x) + "' object has no attribute '" + name + "'");
    }

    /** Calls a function that is a value. */
    public static @Nullable Object invoke(@Nullable Object function, @Nullable Object... args) throws IOException {
        if (function instanceof Function callable) {
            return callable.call(args);
        }
        if (function instanceof Class<?> type) {
            for (java.lang.reflect.Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == args.length) {
                    try {
                        constructor.setAccessible(true);
                        return constructor.newInstance(args);
                    } catch (ReflectiveOperationException | IllegalArgumentException e) {
                        throw new TypeError(type.getSimpleName() + "(): " + e.getMessage());
                    }
                }
            }
        }
        throw new TypeError("'" + Repr.type(function) + "' object is not callable");
    }

    /** Does what {@code with x} does at its beginning. */
    public static @Nullable Object enter(@Nullable Object x) throws IOException {
        if (x instanceof Acquirable lock) {
            lock.acquire();
            return lock;
        }
        return x instanceof AutoCloseable ? x : call(x, "__enter__");
    }

    /** Does what {@code with x} does at its end. */
    public static void exit(@Nullable Object x) throws IOException {
        if (x instanceof Acquirable lock) {
            lock.release();
        } else if (x instanceof AutoCloseable) {
            call(x, "close");
        } else {
            call(x, "__exit__", null, null, null);
        }
    }

    static String text(Object x) {
        try {
            for (String name : List.of("__str__", "__repr__")) {
                Object text = find(x, name);
                if (text instanceof String found) {
                    return found;
                }
            }
        } catch (IOException e) {
            // told by the class alone
        }
        return x instanceof Function ? "<function>" : String.valueOf(x);
    }

    static String camel(String name) {
        String bare = name.replaceFirst("^_+", "").replaceFirst("_+$", "");
        List<String> parts = new ArrayList<>(Arrays.asList(bare.split("_+", -1)));
        if (parts.stream().allMatch(part -> part.equals(part.toUpperCase(java.util.Locale.ROOT)))
                && bare.length() > 1) {
            return bare;
        }
        StringBuilder camel = new StringBuilder(parts.get(0));
        parts.subList(1, parts.size())
                .forEach(part ->
                        camel.append(part.isEmpty() ? "" : Character.toUpperCase(part.charAt(0)) + part.substring(1)));
        return camel.toString();
    }
}
