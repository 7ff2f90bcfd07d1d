package dev.gangway.standalone.port;

import dev.gangway.standalone.porting.JavaNames;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Finds which method of Gangway a Python method overrides. */
final class Overrides {
    private Overrides() {}

    /**
     * Returns the method that is overridden.
     *
     * @param function the Python method
     * @param base the class of Gangway that its class extends
     * @return the longest overload that may be overridden and takes these parameters, or null
     */
    static @Nullable Method find(Func function, Class<?> base) {
        if (function.name().startsWith("_") || function.isStatic()) {
            return null;
        }
        String name = JavaNames.camel(function.name());
        return Library.methods(base, function.name()).stream()
                .filter(method ->
                        method.getName().equals(name) || method.getName().equals(function.name()))
                .filter(method -> !Modifier.isFinal(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getDeclaringClass() != Object.class && !method.isBridge())
                .filter(method -> fits(function, method))
                .max(Comparator.comparingInt(Method::getParameterCount).thenComparingInt(Overrides::preference))
                .orElse(null);
    }

    /** Prefers a method that takes a status as a number, and a field value as text. */
    private static int preference(Method method) {
        return (int) Arrays.stream(method.getParameterTypes())
                .filter(type -> type == int.class || type == String.class)
                .count();
    }

    private static boolean fits(Func function, Method method) {
        if (function.name().startsWith("do_")) {
            return true;
        }
        int own = function.params().size();
        boolean reader = method.getParameterCount() == 0 && method.getReturnType() != void.class;
        if (reader && own == 0 && isAttribute(method)) {
            return false;
        }
        int all = method.getParameterCount();
        return function.rest() != null || own > 0 && isShorter(own, method) ? own <= all : own == all;
    }

    /** Tells whether a method may be called with so many arguments: Gangway has an overload that calls the longest one. */
    private static boolean isShorter(int arguments, Method longest) {
        return Arrays.stream(longest.getDeclaringClass().getMethods())
                .filter(other -> other.getName().equals(longest.getName()))
                .anyMatch(other -> other.getParameterCount() == arguments && Modifier.isFinal(other.getModifiers()));
    }

    /** Tells whether a reader has a setter beside it: a Python method of that name is then another thing. */
    private static boolean isAttribute(Method reader) {
        return Arrays.stream(reader.getDeclaringClass().getDeclaredMethods())
                .anyMatch(other -> other.getName().equals(reader.getName()) && other.getParameterCount() == 1);
    }
}
