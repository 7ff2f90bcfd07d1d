package dev.gangway.examples;

import dev.gangway.examples.xmlrpc.Fault;
import dev.gangway.examples.xmlrpc.SimpleXMLRPCDispatcher;
import dev.gangway.examples.xmlrpc.SimpleXMLRPCRequestHandler;
import dev.gangway.examples.xmlrpc.XmlRpcFunction;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls from a program to a program, as with Python's {@code xmlrpc.server}. */
public class XmlRpc extends SimpleXMLRPCRequestHandler {
    /** Python registers these functions on its server; the port makes them once for all handlers. */
    private static final SimpleXMLRPCDispatcher METHODS = withIntrospection();

    public XmlRpc() {
        super(METHODS);
    }

    private static SimpleXMLRPCDispatcher withIntrospection() {
        SimpleXMLRPCDispatcher methods = methods();
        methods.registerIntrospectionFunctions();
        methods.registerMulticallFunctions();
        return methods;
    }

    static SimpleXMLRPCDispatcher methods() {
        SimpleXMLRPCDispatcher methods = new SimpleXMLRPCDispatcher(true);
        methods.registerFunction(
                XmlRpcFunction.documented("(x, y)", "Adds two numbers; see also echo(x) and RFC 1945.", XmlRpc::add),
                "add");
        methods.registerFunction(
                XmlRpcFunction.documented(
                        "(x=None)", "Returns its argument.", params -> params.isEmpty() ? null : params.get(0)),
                "echo");
        methods.registerFunction(
                XmlRpcFunction.documented("()", "", params -> LocalDateTime.of(2023, 11, 14, 22, 13, 20)), "date");
        methods.registerFunction(
                XmlRpcFunction.documented("(count)", "", params -> new byte[(Integer) argument(params)]), "zeros");
        methods.registerFunction(
                XmlRpcFunction.documented("(code)", "", params -> {
                    throw new Fault((Integer) argument(params), "as you like");
                }),
                "fail");
        methods.registerFunction(
                XmlRpcFunction.documented("(count)", "", params -> "x".repeat((Integer) argument(params))), "long");
        return methods;
    }

    private static Object add(List<@Nullable Object> params) {
        if (params.get(0) instanceof Integer x && params.get(1) instanceof Integer y) {
            return (long) x + y;
        }
        return ((Number) argument(params)).doubleValue() + ((Number) argument(params.subList(1, 2))).doubleValue();
    }

    private static Object argument(List<@Nullable Object> params) {
        return java.util.Objects.requireNonNull(params.get(0));
    }
}
