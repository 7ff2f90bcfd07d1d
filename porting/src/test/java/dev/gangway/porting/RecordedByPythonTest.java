package dev.gangway.porting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The runtime answers as CPython has answered the same calls; {@code record_tables.py} has written them down. */
class RecordedByPythonTest {
    @Test
    void answersAsPythonDoes() throws Exception {
        Map<?, ?> recorded;
        try (InputStream in = Objects.requireNonNull(RecordedByPythonTest.class.getResourceAsStream("recorded.json"))) {
            recorded = (Map<?, ?>) Json.loads(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<String> wrong = new ArrayList<>();
        List<?> rows = (List<?>) recorded.get("rows");
        for (Object each : rows) {
            Map<?, ?> row = (Map<?, ?>) each;
            String expected = row.containsKey("error") ? "error " + row.get("error") : (String) row.get("result");
            List<Object> args = new ArrayList<>();
            ((List<?>) row.get("args")).forEach(arg -> args.add(decode(arg)));
            String call =
                    (String) row.get("call") + args.stream().map(Python::repr).toList() + row.get("keywords");
            String actual = answer((String) row.get("call"), args, (List<?>) row.get("keywords"));
            if (!same(expected, actual)) {
                wrong.add(call + ": expected " + expected + " but was " + actual);
            }
        }
        assertEquals("", String.join("\n", wrong), wrong.size() + " of " + rows.size() + " differ");
    }

    /** {@code binascii.Error} is a {@code ValueError}. */
    private static boolean same(String expected, String actual) {
        return expected.replace("error Error", "error ValueError").equals(actual);
    }

    private static Object decode(Object value) {
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("bytes")) {
                return ((String) map.get("bytes")).getBytes(StandardCharsets.ISO_8859_1);
            }
            if (map.containsKey("tuple")) {
                return Tuple.of(((List<?>) map.get("tuple"))
                        .stream().map(RecordedByPythonTest::decode).toArray());
            }
            List<Object> pairs = new ArrayList<>();
            ((List<?>) map.get("dict")).forEach(pair -> ((List<?>) pair).forEach(part -> pairs.add(decode(part))));
            return Dicts.of(pairs.toArray());
        }
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(each -> all.add(decode(each)));
            return all;
        }
        return value;
    }

    private static String answer(String call, List<Object> args, List<?> keywords) throws Exception {
        String module = call.substring(0, call.indexOf('.'));
        String name = call.substring(call.indexOf('.') + 1);
        List<Object> all = new ArrayList<>(args);
        if (!keywords.isEmpty()) {
            List<Object> pairs = new ArrayList<>();
            keywords.forEach(pair -> ((List<?>) pair).forEach(part -> pairs.add(decode(part))));
            all.add(Keywords.of(pairs.toArray()));
        }
        try {
            if (module.equals("str") || module.equals("bytes")) {
                return Python.repr(Dynamic.call(
                        all.get(0), name, all.subList(1, all.size()).toArray()));
            }
            return Python.repr(function(module, name, all.toArray()));
        } catch (PythonException e) {
            return "error " + e.getClass().getSimpleName();
        }
    }

    private static Object function(String module, String name, Object[] args)
            throws IOException, ReflectiveOperationException {
        StringBuilder simple = new StringBuilder();
        for (String part : module.split("_", -1)) {
            simple.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
        Class<?> type = Class.forName("dev.gangway.porting." + simple);
        for (Method method : type.getMethods()) {
            boolean fits = method.getName().equals(Dynamic.camel(name))
                    && Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == args.length
                    && !method.isVarArgs()
                    && fit(method, args);
            if (fits || method.isVarArgs() && method.getName().equals(name)) {
                try {
                    Object result = method.isVarArgs()
                            ? method.invoke(null, args[0], java.util.Arrays.copyOfRange(args, 1, args.length))
                            : method.invoke(null, args);
                    return result instanceof Integer n ? (Object) n.longValue() : result;
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof RuntimeException failure) {
                        throw failure;
                    }
                    throw e;
                }
            }
        }
        throw new NoSuchMethodException(module + "." + name);
    }

    private static boolean fit(Method method, Object[] args) {
        for (int i = 0; i < args.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            boolean fits = type == long.class
                    ? args[i] instanceof Long
                    : type == double.class
                            ? args[i] instanceof Double
                            : type == boolean.class
                                    ? args[i] instanceof Boolean
                                    : args[i] == null ? !type.isPrimitive() : type.isInstance(args[i]);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
