package dev.gangway.examples.xmlrpc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object that answers all calls for which no function is registered: Python's {@code _dispatch} and its companions. */
public interface XmlRpcInstance {
    /**
     * Answers a call ("_dispatch").
     *
     * @param methodName the name of the method
     * @param params the arguments of the call
     * @return the result
     * @throws Exception for a fault
     */
    @Nullable Object dispatch(String methodName, List<@Nullable Object> params) throws Exception;

    /** Returns the names of the methods for {@code system.listMethods} ("_listMethods"); none by default. */
    default List<String> listMethods() {
        return List.of();
    }

    /** Returns the arguments of a method in parentheses, for the documentation ("_get_method_argstring"). */
    default String argstring(String methodName) {
        return "(...)";
    }

    /** Returns the help of a method ("_methodHelp"); empty for none. */
    default String methodHelp(String methodName) {
        return "";
    }
}
