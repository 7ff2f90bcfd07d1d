package dev.gangway.standalone.port;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.porting.JavaNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class of the module. */
final class PyClass {
    /** What the key of the setter of a property ends with. */
    static final String SETTER = "@setter";

    private final Node node;
    private final @Nullable Func enclosing;
    private final Map<String, Func> methods = new LinkedHashMap<>();
    private final Map<String, Var> fields = new LinkedHashMap<>();
    private final Map<String, Node> constants = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, Var> captures = new LinkedHashMap<>();
    private final List<Node> statements = new ArrayList<>();
    private final java.util.Set<String> shared = new java.util.HashSet<>();
    private @Nullable PyClass base;
    private Class<?> javaBase = Object.class;
    private String java;
    private String file = "";
    private boolean extended;
    private boolean constructorThrows;

    PyClass(Node node, @Nullable Func enclosing) {
        this.node = node;
        this.enclosing = enclosing;
        java = JavaNames.type(node.text("name"));
    }

    Node node() {
        return node;
    }

    String name() {
        return node.text("name");
    }

    String java() {
        return java;
    }

    void java(String name) {
        java = name;
    }

    /** Returns the function in which the class stands, or null. */
    @Nullable Func enclosing() {
        return enclosing;
    }

    @Nullable PyClass base() {
        return base;
    }

    void base(PyClass other) {
        base = other;
        other.extended = true;
    }

    /** Returns the class of Java or Gangway that this one extends in the end. */
    Class<?> javaBase() {
        return base == null ? javaBase : base.javaBase();
    }

    void javaBase(Class<?> type) {
        javaBase = type;
    }

    boolean isExtended() {
        return extended;
    }

    boolean isHandler() {
        return BaseHTTPRequestHandler.class.isAssignableFrom(javaBase());
    }

    boolean isServer() {
        return HTTPServer.class.isAssignableFrom(javaBase());
    }

    boolean isException() {
        return Throwable.class.isAssignableFrom(javaBase());
    }

    Map<String, Func> methods() {
        return methods;
    }

    Map<String, Var> fields() {
        return fields;
    }

    /** Returns the values of the attributes that are set in the body of the class. */
    Map<String, Node> constants() {
        return constants;
    }

    /** Returns methods that are another name of a method: {@code do_POST = do_GET}. */
    Map<String, String> aliases() {
        return aliases;
    }

    /** Returns variables of the enclosing function that the class uses. */
    Map<String, Var> captures() {
        return captures;
    }

    /** Returns statements of the body that are run when a handler is made. */
    List<Node> statements() {
        return statements;
    }

    /** Returns the names of attributes that belong to the class and not to its objects. */
    java.util.Set<String> shared() {
        return shared;
    }

    /** Gives methods whose Python names differ and whose Java names would not, as {@code a_b} and {@code aB}, names of their own. */
    void tellApart() {
        java.util.Set<String> taken = new java.util.HashSet<>();
        for (Func method : methods.values()) {
            String name = method.java();
            for (int i = 2; !taken.add(method.java()); i++) {
                method.java(name + i);
            }
        }
    }

    @Nullable Func method(String name) {
        Func own = methods.get(name);
        return own != null || base == null ? own : base.method(name);
    }

    @Nullable Var field(String name) {
        Var own = fields.get(name);
        return own != null || base == null ? own : base.field(name);
    }

    @Nullable PyClass owner(String field) {
        return fields.containsKey(field) || base == null ? this : base.owner(field);
    }

    boolean isShared(String field) {
        return shared.contains(field) || (base != null && !fields.containsKey(field) && base.isShared(field));
    }

    boolean constructorThrows() {
        return constructorThrows;
    }

    boolean constructorThrows(boolean thrown) {
        boolean news = thrown && !constructorThrows;
        constructorThrows |= thrown;
        return news;
    }

    /** Puts the class into a top-level class of Java. */
    void file(String name) {
        file = name;
    }

    String file() {
        return file;
    }

    /** Returns how another class names this one. */
    String reference(Imports imports) {
        return file.equals(java) || file.isEmpty() || imports.isIn(file) ? java : file + "." + java;
    }
}
