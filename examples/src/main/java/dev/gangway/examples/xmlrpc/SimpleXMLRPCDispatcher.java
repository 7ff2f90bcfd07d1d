package dev.gangway.examples.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows the methods of an XML-RPC server and answers calls ("xmlrpc.server: SimpleXMLRPCDispatcher"). Functions are registered
 * before the server starts; after that any number of threads may call.
 */
public class SimpleXMLRPCDispatcher {
    private final Map<String, XmlRpcFunction> funcs = new ConcurrentHashMap<>();
    private final boolean allowNone;
    private volatile @Nullable XmlRpcInstance instance;

    /**
     * Makes a dispatcher without methods.
     *
     * @param allowNone whether results may be null, for which XML-RPC has no element of its own
     */
    public SimpleXMLRPCDispatcher(boolean allowNone) {
        this.allowNone = allowNone;
    }

    /** Registers a function under a name ("register_function"). */
    public final void registerFunction(XmlRpcFunction function, String name) {
        funcs.put(name, function);
    }

    /** Registers the object that is asked where there is no function of the name ("register_instance"). */
    public final void registerInstance(XmlRpcInstance instance) {
        this.instance = instance;
    }

    /** Registers {@code system.listMethods} and its companions ("register_introspection_functions"). */
    public final void registerIntrospectionFunctions() {
        registerFunction(
                XmlRpcFunction.documented("()", "Lists the names of all methods.", params -> systemListMethods()),
                "system.listMethods");
        registerFunction(
                XmlRpcFunction.documented(
                        "(method_name)",
                        "Says that this server does not tell the types of a method.",
                        params -> "signatures not supported"),
                "system.methodSignature");
        registerFunction(
                XmlRpcFunction.documented(
                        "(method_name)",
                        "Gives the documentation of a method.",
                        params -> systemMethodHelp(String.valueOf(params.get(0)))),
                "system.methodHelp");
    }

    /** Registers {@code system.multicall} ("register_multicall_functions"). */
    public final void registerMulticallFunctions() {
        registerFunction(
                XmlRpcFunction.documented("(call_list)", "Makes many calls at once.", this::systemMulticall),
                "system.multicall");
    }

    /**
     * Answers a call that is still XML ("_marshaled_dispatch"). Whatever fails becomes a fault.
     *
     * @param data the body of the request
     * @param path the path of the request
     * @return the body of the response
     */
    public byte[] marshaledDispatch(byte[] data, String path) {
        String response;
        try {
            MethodCall call = XmlRpcReader.read(data);
            response = XmlRpcWriter.response(dispatch(call.methodName(), call.params()), allowNone);
        } catch (Fault fault) {
            response = XmlRpcWriter.fault(fault.faultCode(), fault.faultString());
        } catch (Exception e) {
            response = XmlRpcWriter.fault(1, describe(e));
        }
        return response.getBytes(UTF_8);
    }

    /**
     * Answers a call ("_dispatch"): the function of the name, or else the instance.
     *
     * @param method the name of the method
     * @param params the arguments
     * @return the result
     * @throws Exception for a fault
     */
    public @Nullable Object dispatch(String method, List<@Nullable Object> params) throws Exception {
        XmlRpcFunction function = funcs.get(method);
        if (function != null) {
            return function.call(params);
        }
        XmlRpcInstance asked = instance;
        if (asked != null) {
            return asked.dispatch(method, params);
        }
        throw new XmlRpcException("Exception", "method \"" + method + "\" is not supported");
    }

    /** Returns the names of all methods in their order ("system_listMethods"). */
    public final List<String> systemListMethods() {
        TreeSet<String> names = new TreeSet<>(funcs.keySet());
        XmlRpcInstance asked = instance;
        if (asked != null) {
            names.addAll(asked.listMethods());
        }
        return List.copyOf(names);
    }

    /** Returns the help of a method ("system_methodHelp"); empty if there is none. */
    public final String systemMethodHelp(String method) {
        XmlRpcFunction function = funcs.get(method);
        XmlRpcInstance asked = instance;
        if (function != null) {
            return function.help();
        }
        return asked == null ? "" : asked.methodHelp(method);
    }

    /** Returns what the documentation shows of a method's arguments. */
    final String argstring(String method) {
        XmlRpcFunction function = funcs.get(method);
        XmlRpcInstance asked = instance;
        if (function != null) {
            return function.argstring();
        }
        return asked == null ? "(...)" : asked.argstring(method);
    }

    private Object systemMulticall(List<@Nullable Object> params) {
        List<Object> results = new ArrayList<>();
        for (Object element : (List<?>) java.util.Objects.requireNonNull(params.get(0))) {
            Map<?, ?> call = (Map<?, ?>) element;
            try {
                List<@Nullable Object> arguments = new ArrayList<>((List<?>) call.get("params"));
                List<@Nullable Object> result = new ArrayList<>();
                result.add(dispatch(String.valueOf(call.get("methodName")), arguments));
                results.add(result);
            } catch (Fault fault) {
                results.add(XmlRpcWriter.faultMembers(fault.faultCode(), fault.faultString()));
            } catch (Exception e) {
                results.add(XmlRpcWriter.faultMembers(1, describe(e)));
            }
        }
        return results;
    }

    private static String describe(Exception e) {
        return e instanceof XmlRpcException ? String.valueOf(e.getMessage()) : e.getClass() + ":" + e.getMessage();
    }
}
