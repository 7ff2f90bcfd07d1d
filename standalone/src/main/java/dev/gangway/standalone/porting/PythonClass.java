package dev.gangway.standalone.porting;

import java.util.List;

/**
 * A class of a Python module.
 *
 * @param name its name
 * @param bases its base classes as they are written
 * @param line where it begins, counted from 1
 * @param methods in order
 * @param attributes class attributes, in order
 * @param end the number of its last line
 */
record PythonClass(
        String name, List<String> bases, int line, List<Method> methods, List<Attribute> attributes, int end) {
    /**
     * A method.
     *
     * @param name its name
     * @param parameters as they are written, without {@code self}
     * @param line where it begins, counted from 1
     * @param head the last line of its signature
     * @param end the number of its last line
     * @param isEmpty whether it does nothing
     * @param result what it returns
     */
    record Method(
            String name, List<String> parameters, int line, int head, int end, boolean isEmpty, ResultKind result) {}

    /** The type that a method returns, as far as its lines tell. */
    enum ResultKind {
        /** Nothing, or None. */
        NOTHING("void"),
        /** True or False. */
        TRUTH("boolean"),
        /** A text. */
        TEXT("String"),
        /** Something else. */
        VALUE("Object");

        private final String type;

        ResultKind(String type) {
            this.type = type;
        }

        /** Returns the type in Java. */
        String type() {
            return type;
        }
    }

    /**
     * A class attribute.
     *
     * @param names one, or several that are assigned at once
     * @param value the expression
     * @param line where it is, counted from 1
     */
    record Attribute(List<String> names, String value, int line) {}

    boolean answersRequests() {
        return bases.stream().anyMatch(base -> base.endsWith("HTTPRequestHandler"))
                || methods.stream().anyMatch(method -> method.name().matches("do_[A-Z]+"));
    }
}
