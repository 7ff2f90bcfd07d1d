package dev.gangway.examples.xmlrpc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the calls of one method. */
@FunctionalInterface
public interface XmlRpcFunction {
    /**
     * Answers a call. See {@link XmlRpcReader} for the types of values.
     *
     * @param params the arguments of the call
     * @return the result
     * @throws Exception for a fault
     */
    @Nullable Object call(List<@Nullable Object> params) throws Exception;

    /** Returns the arguments as the documentation shows them, in parentheses. */
    default String argstring() {
        return "(...)";
    }

    /** Returns the text that {@code system.methodHelp} and the documentation give; empty for none. */
    default String help() {
        return "";
    }

    /**
     * Returns a function with documentation: what Python finds in a function's signature and docstring, Java has to be told.
     *
     * @param argstring the arguments in parentheses, {@code (x, y)} for example
     * @param help a text of any number of lines
     * @param function what answers the calls
     * @return the function
     */
    static XmlRpcFunction documented(String argstring, String help, XmlRpcFunction function) {
        return new XmlRpcFunction() {
            @Override
            public @Nullable Object call(List<@Nullable Object> params) throws Exception {
                return function.call(params);
            }

            @Override
            public String argstring() {
                return argstring;
            }

            @Override
            public String help() {
                return help;
            }
        };
    }
}
