package dev.gangway.standalone.port;

import dev.gangway.host.HandlerServer;
import dev.gangway.http.HTTPStatus;
import dev.gangway.porting.Dynamic;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.porting.JavaNames;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates attributes: those of objects, classes and modules. */
final class Members {
    private static final Set<String> NULLABLE_READERS = Set.of("timeout");

    private final Expressions expressions;
    private final Functions functions;

    Members(Expressions expressions) {
        this.expressions = expressions;
        functions = expressions.functions();
    }

    private String use(Class<?> type) {
        return expressions.use(type);
    }

    private Scope scope() {
        return expressions.scope();
    }

    boolean isSelf(Node node) {
        return node.is("Name")
                && !scope().self().isEmpty()
                && node.isName(scope().self())
                && scope().innermost(scope().self()) == null;
    }

    /** Tells of {@code self.extensions_map}, and of {@code extensions_map} in the body of a class: Gangway gives a copy of it. */
    boolean isExtensionsMap(Node node) {
        PyClass owner = scope().owner();
        boolean inBody = node.isName("extensions_map")
                && scope().function() == null
                && owner != null
                && owner.constants().containsKey("extensions_map");
        boolean known = owner != null && isKnownAttribute(owner, "extensions_map");
        return known
                && (inBody
                        || node.is("Attribute")
                                && node.text("attr").equals("extensions_map")
                                && isSelf(node.get("value")));
    }

    /** Translates {@code x.name}. */
    Expr read(Node node) {
        Node value = node.get("value");
        String name = node.text("attr");
        PyClass nested = nested(node);
        if (nested != null) {
            return expressions.classValue(nested);
        }
        if (isSelf(value)) {
            return ofSelf(name);
        }
        if (isModule(value)) {
            String qualified = scope().module().qualified(node);
            PyClass own = scope().module().classes().get(qualified);
            if (own != null) {
                return expressions.classValue(own);
            }
            return qualified(qualified);
        }
        PyClass type = classOf(value);
        if (type != null) {
            return ofClass(type, name);
        }
        return read(expressions.of(value), name);
    }

    /** Returns the class of the module that an expression names, or null. */
    @Nullable PyClass classOf(Node value) {
        if (value.is("Name")) {
            if (value.isName("cls")
                    && scope().owner() != null
                    && expressions.variables().of(value) == null) {
                return scope().owner();
            }
            return expressions.variables().of(value) == null
                    ? scope().module().classes().get(value.text("id"))
                    : null;
        }
        PyClass nested = nested(value);
        if (nested != null) {
            return nested;
        }
        boolean own = value.is("Attribute") && value.text("attr").equals("__class__") && isSelf(value.get("value"))
                || value.is("Call")
                        && value.get("func").isName("type")
                        && value.list("args").size() == 1
                        && isSelf(value.list("args").get(0));
        return own ? scope().owner() : null;
    }

    /** Returns the class that {@code Outer.Inner} or {@code self.Inner} names, or null. */
    private @Nullable PyClass nested(Node value) {
        if (!value.is("Attribute")) {
            return null;
        }
        PyClass outer = isSelf(value.get("value")) ? scope().owner() : classOf(value.get("value"));
        if (outer == null) {
            return null;
        }
        return outer.node().body().stream()
                .filter(each -> each.is("ClassDef") && each.text("name").equals(value.text("attr")))
                .map(scope().module()::classOf)
                .findFirst()
                .orElse(null);
    }

    /** Tells whether an expression names an imported module, or something in one. */
    boolean isModule(Node value) {
        String dotted = value.dotted();
        if (dotted == null) {
            return false;
        }
        String first = dotted.contains(".") ? dotted.substring(0, dotted.indexOf('.')) : dotted;
        Node name = value;
        while (name.is("Attribute")) {
            name = name.get("value");
        }
        return scope().module().imported(first) != null
                && expressions.variables().of(name) == null
                && !scope().module().classes().containsKey(dotted);
    }

    private Expr ofSelf(String name) {
        PyClass owner = scope().owner();
        if (owner == null) {
            throw new Untranslatable("self outside of a class");
        }
        Func method = owner.method(name);
        if (method != null) {
            if (method.isProperty()) {
                return functions.call(method, "", List.of());
            }
            return functions.reference(method, "");
        }
        Var field = owner.field(name);
        boolean known = isKnownAttribute(owner, name);
        if (field != null && !known && !(owner.isServer() && !owner.isShared(name))) {
            PyClass declaring = owner.owner(name);
            String place = owner.isShared(name) && declaring != null
                    ? (declaring == owner ? "" : declaring.reference(scope().imports()) + ".") + field.java()
                    : scope().isTaken(field.java()) ? "this." + field.java() : field.java();
            return Expr.read(field, place, expressions.variables().typeOf(field));
        }
        if (owner.aliases().containsKey(name)) {
            return ofSelf(owner.aliases().get(name));
        }
        return ofInstance(Expr.of("", Type.user(owner)), owner, name);
    }

    /** Returns a field of the object itself. */
    Expr ofSelfField(String name) {
        return ofSelf(name);
    }

    /** Returns a field that belongs to a class. */
    Expr ofClassField(PyClass type, String name) {
        return ofClass(type, name);
    }

    /** Tells whether a handler or server has an attribute that a reader and a setter of Gangway stand for. */
    static boolean isKnownAttribute(PyClass owner, String name) {
        if (!(owner.isHandler() || owner.isServer()) || name.startsWith("_") && !name.equals("_headers_buffer")) {
            return false;
        }
        return Library.methods(owner.javaBase(), name).stream()
                .anyMatch(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class);
    }

    private Expr ofInstance(Expr self, PyClass owner, String name) {
        String before = self.text().isEmpty() ? "" : self.at(Expr.PRIMARY) + ".";
        if (owner.isHandler()) {
            switch (name) {
                case "request", "connection" -> {
                    return Expr.of(before + "connection()", Type.java(dev.gangway.host.HandlerConnection.class));
                }
                case "_headers_buffer" -> {
                    return Expr.of(
                            use(dev.gangway.porting.HeadersBuffer.class) + ".of(" + before + "pendingHeaders())",
                            Type.list(Type.BYTES));
                }
                case "raw_requestline" -> {
                    return Expr.of(before + "rawRequestline()", Type.BYTES);
                }
                case "client_address" -> {
                    return Expr.of(before + "clientAddress()", Type.java(InetSocketAddress.class));
                }
                default -> {}
            }
        }
        for (Method method : Library.methods(owner.javaBase(), name)) {
            if (method.getParameterCount() == 0 && method.getReturnType() != void.class && !name.startsWith("_")) {
                throwing(method);
                Type type = Coercion.typeOf(method.getGenericReturnType());
                return Expr.of(
                        before + method.getName() + "()", NULLABLE_READERS.contains(name) ? type.orNull() : type);
            }
        }
        for (Method method : Library.methods(owner.javaBase(), name)) {
            if (!name.startsWith("_")) {
                return methodReference(before, method);
            }
        }
        if (owner.isServer()) {
            return serverAttribute(before, name);
        }
        if (name.equals("__class__") || name.equals("__dict__")) {
            throw new Untranslatable("." + name);
        }
        return Expr.of(
                use(Dynamic.class) + ".attribute(" + (self.text().isEmpty() ? "this" : self.text()) + ", "
                        + JavaText.string(name) + ")",
                Type.OBJECT);
    }

    private Expr methodReference(String before, Method method) {
        String args = scope().fresh("args");
        scope().free(args);
        if (method.getParameterCount() > 0) {
            throw new Untranslatable("a method of the base class as a value");
        }
        throwing(method);
        return Expr.of(
                args + " -> { " + before + method.getName() + "(); return null; }",
                Type.FUNCTION.notNull(),
                Expr.LOWEST);
    }

    private Expr serverAttribute(String server, String name) {
        Var known = scope().module().serverAttributes().computeIfAbsent(name, Var::new);
        String text = server + "attribute(" + JavaText.string(name) + ")";
        Type type = known.raw().kind() == Type.Kind.BOTTOM ? Type.OBJECT : known.type();
        if (type.kind() == Type.Kind.OBJECT) {
            return Expr.read(known, text, Type.OBJECT);
        }
        Expr cast = expressions.coercion().of(Expr.of(text, Type.OBJECT), type);
        return new Expr(cast.text(), type, cast.level(), false, known);
    }

    private Expr ofClass(PyClass type, String name) {
        Var field = type.field(name);
        if (field != null && type.isShared(name)) {
            PyClass declaring = type.owner(name);
            String place = declaring == scope().owner()
                    ? field.java()
                    : (declaring == null ? type : declaring).reference(scope().imports()) + "." + field.java();
            return Expr.read(field, place, field.type());
        }
        Func method = type.method(name);
        if (method != null && method.isStatic()) {
            return functions.reference(method, type.reference(scope().imports()) + ".");
        }
        if (name.equals("__name__")) {
            return Expr.of(JavaText.string(type.name()), Type.STRING);
        }
        if (type == scope().owner() && !scope().isStatic()) {
            return ofSelf(name);
        }
        throw new Untranslatable("an attribute of a class");
    }

    /** Reads an attribute of an object. */
    Expr read(Expr x, String name) {
        Type type = x.type();
        if (type.kind() == Type.Kind.USER && type.user() != null) {
            return ofUser(x, type.user(), name);
        }
        if (type.kind() == Type.Kind.JAVA && type.java() != null) {
            Expr found = ofJava(x, type.java(), name);
            if (found != null) {
                return found;
            }
            Expr action = action(x, type.java(), name);
            if (action != null) {
                return action;
            }
        }
        Class<?> extension = Library.extension(type);
        if (extension != null) {
            for (Method method : Library.functions(extension, name)) {
                if (method.getParameterCount() == 1) {
                    throwing(method);
                    return Expr.of(
                            use(extension) + "." + method.getName() + "(" + x.text() + ")",
                            Coercion.typeOf(method.getGenericReturnType()));
                }
            }
        }
        if (type.kind() == Type.Kind.VOID) {
            throw new Untranslatable("the value of what has none");
        }
        if (name.equals("__name__") || name.equals("__dict__") || name.equals("__doc__")) {
            throw new Untranslatable("." + name);
        }
        return Expr.of(
                use(Dynamic.class) + ".attribute(" + expressions.argument(x) + ", " + JavaText.string(name) + ")",
                Expressions.resultOf(x));
    }

    /** Returns a method that only does something as a value, such as {@code server.serve_forever}, or null. */
    private @Nullable Expr action(Expr x, Class<?> type, String name) {
        if (!Library.isOurs(type)) {
            return null;
        }
        for (Method method : Library.methods(type, name)) {
            if (method.getParameterCount() == 0
                    && method.getReturnType() == void.class
                    && !Modifier.isStatic(method.getModifiers())) {
                return methodReference(x.at(Expr.PRIMARY) + ".", method);
            }
        }
        return null;
    }

    private Expr ofUser(Expr x, PyClass owner, String name) {
        Func method = owner.method(name);
        if (method != null && method.isProperty()) {
            return functions.call(method, x.at(Expr.PRIMARY) + ".", List.of());
        }
        if (method != null) {
            return functions.reference(method, x.at(Expr.PRIMARY) + ".");
        }
        Var field = owner.field(name);
        if (field != null && !isKnownAttribute(owner, name) && !owner.isServer()) {
            PyClass declaring = owner.owner(name);
            String before = owner.isShared(name) && declaring != null
                    ? declaring.reference(scope().imports())
                    : x.at(Expr.PRIMARY);
            return Expr.read(
                    field, before + "." + field.java(), expressions.variables().typeOf(field));
        }
        if (owner.isException() && (name.equals("message") || name.equals("args"))) {
            return Expr.of(use(dev.gangway.porting.Exceptions.class) + "." + name + "(" + x.text() + ")", Type.OBJECT);
        }
        return ofInstance(x, owner, name);
    }

    private @Nullable Expr ofJava(Expr x, Class<?> type, String name) {
        if (HandlerServer.class.isAssignableFrom(type)) {
            for (Method method : Library.methods(type, name)) {
                if (method.getParameterCount() == 0 && method.getReturnType() != void.class) {
                    return Expr.of(
                            x.at(Expr.PRIMARY) + "." + method.getName() + "()",
                            Coercion.typeOf(method.getGenericReturnType()));
                }
            }
            PyClass server = serverClass();
            if (server != null && server.method(name) != null) {
                return ofUser(
                        Expr.of("((" + server.reference(scope().imports()) + ") " + x.text() + ")", Type.user(server)),
                        server,
                        name);
            }
            if (Library.functions(dev.gangway.porting.Servers.class, name).isEmpty()) {
                return HTTPServer.class.isAssignableFrom(type) && isMethod(type, name)
                        ? null
                        : serverAttribute(x.at(Expr.PRIMARY) + ".", name);
            }
            return null;
        }
        if (!Library.isOurs(type)) {
            return null;
        }
        for (Method method : Library.methods(type, name)) {
            if (method.getParameterCount() == 0
                    && method.getReturnType() != void.class
                    && !Modifier.isStatic(method.getModifiers())) {
                throwing(method);
                Type result = Coercion.typeOf(method.getGenericReturnType());
                return Expr.of(
                        x.at(Expr.PRIMARY) + "." + method.getName() + "()",
                        isNullable(method) ? result.orNull() : result);
            }
        }
        return null;
    }

    private static boolean isMethod(Class<?> type, String name) {
        return !Library.methods(type, name).isEmpty();
    }

    /** Returns the class of the module that extends a server, if there is one alone. */
    @Nullable PyClass serverClass() {
        List<PyClass> servers = scope().module().classes().values().stream()
                .filter(PyClass::isServer)
                .toList();
        return servers.size() == 1 ? servers.get(0) : null;
    }

    static boolean isNullable(Method method) {
        return java.util.Arrays.stream(method.getAnnotatedReturnType().getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    void throwing(java.lang.reflect.Executable method) {
        for (Class<?> type : method.getExceptionTypes()) {
            if (java.io.IOException.class.isAssignableFrom(type)) {
                scope().mayThrowIo();
            } else if (!RuntimeException.class.isAssignableFrom(type)) {
                throw new Untranslatable("a method that throws " + type.getSimpleName());
            }
        }
    }

    /** Returns what a qualified name of the library is, as a value. */
    Expr qualified(String qualified) {
        if (qualified.startsWith("http.HTTPStatus.")) {
            return status(qualified.substring("http.HTTPStatus.".length()));
        }
        if (qualified.equals("six.PY2") || qualified.equals("six.PY3")) {
            return Expr.of(String.valueOf(qualified.endsWith("3")), Type.BOOLEAN);
        }
        if (qualified.startsWith("sys.version_info.")) {
            int part = List.of("major", "minor", "micro", "releaselevel", "serial")
                    .indexOf(qualified.substring("sys.version_info.".length()));
            if (part >= 0) {
                Expr info = qualified("sys.version_info");
                return expressions.subscripts().item(info, Expr.of(String.valueOf(part), Type.INT));
            }
        }
        if (qualified.equals("os.environ")) {
            return Expr.of(use(dev.gangway.porting.Os.class) + ".environ()", Type.dict(Type.STRING, Type.STRING));
        }
        int dot = qualified.lastIndexOf('.');
        if (dot > 0) {
            Class<?> module = Library.module(qualified.substring(0, dot));
            Class<?> type = Library.type(qualified.substring(0, dot));
            String name = qualified.substring(dot + 1);
            for (Class<?> home : new Class<?>[] {module, type}) {
                Expr found = home == null ? null : constant(home, name);
                if (found != null) {
                    return found;
                }
            }
            if (module != null && !Library.functions(module, name).isEmpty()) {
                return functions.ofLibrary(module, name);
            }
            int before = qualified.lastIndexOf('.', dot - 1);
            Class<?> outer = before < 0 ? null : Library.module(qualified.substring(0, before));
            Expr holder = outer == null ? null : constant(outer, qualified.substring(before + 1, dot));
            if (holder != null) {
                return read(holder, name);
            }
        }
        Class<?> type = Library.type(qualified);
        if (type != null && dev.gangway.host.Handler.class.isAssignableFrom(type)) {
            return Expr.of(use(type) + "::new", Type.java(dev.gangway.host.HandlerFactory.class), Expr.LOWEST);
        }
        if (type != null && HTTPServer.class.isAssignableFrom(type)) {
            String servers = use(dev.gangway.porting.Servers.class);
            String args = scope().fresh("args");
            scope().free(args);
            return Expr.of(
                    args + " -> new " + use(type) + "(" + servers + ".address(" + args + "[0]), " + servers
                            + ".factory(" + args + "[1]))",
                    Type.FUNCTION.notNull(),
                    Expr.LOWEST);
        }
        Class<?> failure = Library.exception(qualified);
        if (failure != null) {
            return Expr.of(use(failure) + ".class", Type.java(Class.class));
        }
        throw new Untranslatable(
                Library.module(qualified) == null ? "the library " + top(qualified) : qualified + " as a value");
    }

    static String top(String qualified) {
        String[] parts = qualified.split("\\.", -1);
        return parts.length > 2 && Library.module(parts[0]) == null ? parts[0] + "." + parts[1] : qualified;
    }

    private @Nullable Expr constant(Class<?> home, String name) {
        for (Field field : home.getFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && (field.getName().equals(name) || field.getName().equals(JavaNames.camel(name)))) {
                return Expr.of(use(home) + "." + field.getName(), Coercion.typeOf(field.getGenericType()));
            }
        }
        for (Method method : Library.functions(home, name)) {
            if (method.getParameterCount() == 0 && method.isAnnotationPresent(dev.gangway.porting.Attribute.class)) {
                throwing(method);
                return Expr.of(
                        use(home) + "." + method.getName() + "()", Coercion.typeOf(method.getGenericReturnType()));
            }
        }
        return null;
    }

    private Expr status(String rest) {
        String name = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
        boolean known = java.util.Arrays.stream(HTTPStatus.class.getFields())
                .anyMatch(field -> field.getName().equals(name) && field.getType() == HTTPStatus.class);
        if (!known) {
            throw new Untranslatable("HTTPStatus." + name);
        }
        Expr status = Expr.of(use(HTTPStatus.class) + "." + name, Type.java(HTTPStatus.class));
        return rest.contains(".") ? read(status, rest.substring(rest.indexOf('.') + 1)) : status;
    }

    /** Assigns an attribute; the value is of any type. */
    String assign(Node target, Expr value) {
        Node object = target.get("value");
        String name = target.text("attr");
        if (isModule(object)) {
            throw new Untranslatable("a change of the library");
        }
        if (isSelf(object)) {
            return assignSelf(name, value);
        }
        PyClass type = classOf(object);
        if (type != null) {
            Var field = type.field(name);
            if (field == null) {
                throw new Untranslatable("an attribute of a class");
            }
            if (isKnownAttribute(type, name)) {
                throw new Untranslatable("an attribute of a handler class, set from outside");
            }
            PyClass declaring = type.owner(name);
            field.observe(value.type());
            return (declaring == null ? type : declaring).reference(scope().imports()) + "." + field.java() + " = "
                    + expressions.coercion().to(value, field.type());
        }
        return assign(expressions.of(object), name, value);
    }

    private String assign(Expr x, String name, Expr value) {
        Type type = x.type();
        if (type.kind() == Type.Kind.USER && type.user() != null) {
            PyClass owner = type.user();
            Func setter = owner.method(name + PyClass.SETTER);
            if (setter != null) {
                return functions
                        .call(setter, x.at(Expr.PRIMARY) + ".", setterArgument(setter, value))
                        .text();
            }
            Var field = owner.field(name);
            if (field != null && !isKnownAttribute(owner, name) && !owner.isServer()) {
                field.observe(value.type());
                return x.at(Expr.PRIMARY) + "." + field.java() + " = "
                        + expressions.coercion().to(value, field.type());
            }
            if (owner.isServer() || owner.isHandler()) {
                return set(x.at(Expr.PRIMARY) + ".", owner.javaBase(), name, value);
            }
        }
        if (type.kind() == Type.Kind.JAVA && type.java() != null) {
            if (HandlerServer.class.isAssignableFrom(type.java()) || Library.isOurs(type.java())) {
                return set(x.at(Expr.PRIMARY) + ".", type.java(), name, value);
            }
        }
        return use(Dynamic.class) + ".assign(" + expressions.argument(x) + ", " + JavaText.string(name) + ", "
                + expressions.argument(value) + ")";
    }

    private List<String> setterArgument(Func setter, Expr value) {
        if (setter.params().size() != 1) {
            throw new Untranslatable("such a setter of a property");
        }
        Var param = setter.params().get(0).var();
        param.observe(value.type().kind() == Type.Kind.INT ? Type.LONG : value.type());
        return List.of(expressions.coercion().to(value, param.type()));
    }

    private String assignSelf(String name, Expr value) {
        PyClass owner = scope().owner();
        if (owner == null) {
            throw new Untranslatable("self outside of a class");
        }
        Func setter = owner.method(name + PyClass.SETTER);
        if (setter != null) {
            return functions.call(setter, "", setterArgument(setter, value)).text();
        }
        if (isKnownAttribute(owner, name) || owner.isServer()) {
            return set("", owner.javaBase(), name, value);
        }
        Var field = owner.field(name);
        if (field == null) {
            throw new Untranslatable("an attribute that is nowhere set");
        }
        field.observe(value.type());
        String place = owner.isShared(name) || !scope().isTaken(field.java()) ? field.java() : "this." + field.java();
        return place + " = " + expressions.coercion().to(value, field.type());
    }

    /** Calls the setter of an attribute of a handler or server, or sets an attribute that only the server knows. */
    String set(String before, Class<?> type, String name, Expr value) {
        Method best = null;
        int cost = Coercion.IMPOSSIBLE;
        for (Method method : Library.methods(type, name)) {
            if (method.getParameterCount() == 1 && !name.startsWith("_")) {
                int here = expressions
                        .coercion()
                        .cost(value.type(), Coercion.typeOf(method.getGenericParameterTypes()[0]));
                if (here < cost) {
                    cost = here;
                    best = method;
                }
            }
        }
        if (best != null) {
            throwing(best);
            Type wanted = Coercion.typeOf(best.getGenericParameterTypes()[0]);
            return before + best.getName() + "(" + expressions.coercion().to(value, wanted) + ")";
        }
        boolean known = Library.methods(type, name).stream().anyMatch(method -> method.getParameterCount() == 0);
        if (HandlerServer.class.isAssignableFrom(type) && !known) {
            Var attribute = scope().module().serverAttributes().computeIfAbsent(name, Var::new);
            attribute.observe(value.type());
            return before + "attribute(" + JavaText.string(name) + ", " + boxedAs(value, attribute.type()) + ")";
        }
        if (Library.isOurs(type) && !dev.gangway.host.Handler.class.isAssignableFrom(type) && !known) {
            return use(Dynamic.class) + ".assign(" + before.substring(0, before.length() - 1) + ", "
                    + JavaText.string(name) + ", " + expressions.argument(value) + ")";
        }
        throw new Untranslatable("an assignment to ." + name);
    }

    private String boxedAs(Expr value, Type type) {
        if (value.fresh() && !type.args().isEmpty()) {
            String boxed = type.boxed(scope().imports());
            return value.text().startsWith("new ") && value.text().contains("<>")
                    ? value.text()
                            .replaceFirst(
                                    "<>", java.util.regex.Matcher.quoteReplacement(boxed.substring(boxed.indexOf('<'))))
                    : value.text();
        }
        return expressions.argument(value);
    }
}
