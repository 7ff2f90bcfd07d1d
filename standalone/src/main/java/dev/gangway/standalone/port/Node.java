package dev.gangway.standalone.port;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** A node of the syntax tree of a Python module; names of fields are those of Python's {@code ast}. */
final class Node {
    private final JSONObject json;
    private final IdentityHashMap<Object, Node> children;

    private Node(JSONObject json, IdentityHashMap<Object, Node> children) {
        this.json = json;
        this.children = children;
    }

    static Node root(JSONObject json) {
        return new Node(json, new IdentityHashMap<>());
    }

    /** Returns a node that is not in the source. */
    static Node made(String type, Node near, Object... fields) {
        JSONObject json = new JSONObject().put("t", type).put("l", near.line());
        for (int i = 0; i < fields.length; i += 2) {
            Object value = fields[i + 1];
            json.put((String) fields[i], value instanceof Node node ? node.json : value);
        }
        return new Node(json, near.children);
    }

    static JSONArray array(List<Node> nodes) {
        JSONArray array = new JSONArray();
        nodes.forEach(each -> array.put(each.json));
        return array;
    }

    private Node of(JSONObject child) {
        return children.computeIfAbsent(child, key -> new Node(child, children));
    }

    /** Returns the name of the class in {@code ast}. */
    String type() {
        return json.getString("t");
    }

    boolean is(String... types) {
        return List.of(types).contains(type());
    }

    int line() {
        return json.optInt("l", 0);
    }

    int endLine() {
        return json.optInt("e", line());
    }

    boolean isStatement() {
        return json.has("s");
    }

    /** Returns a child that is there by the grammar. */
    Node get(String field) {
        return of(json.getJSONObject(field));
    }

    @Nullable Node find(String field) {
        JSONObject child = json.optJSONObject(field);
        return child == null ? null : of(child);
    }

    /** Returns children; those that are {@code None} are left out. */
    List<Node> list(String field) {
        JSONArray array = json.optJSONArray(field);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; array != null && i < array.length(); i++) {
            if (array.opt(i) instanceof JSONObject child) {
                nodes.add(of(child));
            }
        }
        return nodes;
    }

    /** Returns a list of lists, as the items of {@code with}. */
    List<Node[]> pairs(String field) {
        JSONArray array = json.getJSONArray(field);
        List<Node[]> pairs = new ArrayList<>();
        for (int i = 0; i < array.length(); i++) {
            JSONArray pair = array.getJSONArray(i);
            JSONObject second = pair.optJSONObject(1);
            pairs.add(
                    second == null
                            ? new Node[] {of(pair.getJSONObject(0))}
                            : new Node[] {of(pair.getJSONObject(0)), of(second)});
        }
        return pairs;
    }

    /** Returns the keys of a dict display; null stands for {@code **}. */
    List<@Nullable Node> nullable(String field) {
        JSONArray array = json.getJSONArray(field);
        List<@Nullable Node> nodes = new ArrayList<>();
        for (int i = 0; i < array.length(); i++) {
            JSONObject child = array.optJSONObject(i);
            nodes.add(child == null ? null : of(child));
        }
        return nodes;
    }

    /** Returns objects that are no nodes of {@code ast}, as parameters are. */
    List<Node> records(String field) {
        return list(field);
    }

    String text(String field) {
        return json.optString(field, "");
    }

    List<String> texts(String field) {
        JSONArray array = json.optJSONArray(field);
        List<String> texts = new ArrayList<>();
        for (int i = 0; array != null && i < array.length(); i++) {
            texts.add(String.valueOf(array.get(i)));
        }
        return texts;
    }

    boolean has(String field) {
        return json.has(field) && !json.isNull(field);
    }

    boolean truth(String field) {
        return json.optBoolean(field, false);
    }

    int number(String field) {
        return json.optInt(field, 0);
    }

    /** Tells whether this is a string, bytes or number that is written in the source. */
    boolean isConstant(String kind) {
        return is("Constant") && text("k").equals(kind);
    }

    boolean isText() {
        return isConstant("str") || isConstant("str2");
    }

    boolean isName(String id) {
        return is("Name") && text("id").equals(id);
    }

    boolean isAttributeOf(String name, String attribute) {
        return is("Attribute") && text("attr").equals(attribute) && get("value").isName(name);
    }

    /** Returns {@code a.b.c} for an attribute of names, or null for any other expression. */
    @Nullable String dotted() {
        if (is("Name")) {
            return text("id");
        }
        if (is("Attribute")) {
            String before = get("value").dotted();
            return before == null ? null : before + "." + text("attr");
        }
        return null;
    }

    /** Returns {@code a.b.c}, or "" for another expression. */
    String dottedOrEmpty() {
        String dotted = dotted();
        return dotted == null ? "" : dotted;
    }

    /** Visits this node and all below it, from top to bottom. */
    void walk(Consumer<Node> visitor) {
        visitor.accept(this);
        children().forEach(child -> child.walk(visitor));
    }

    List<Node> children() {
        List<Node> found = new ArrayList<>();
        List<String> names = new ArrayList<>(json.keySet());
        names.sort(null);
        for (String name : names) {
            collect(json.get(name), found);
        }
        return found;
    }

    private void collect(Object value, List<Node> found) {
        if (value instanceof JSONObject child) {
            if (child.has("t")) {
                found.add(of(child));
            } else {
                Node.root(child).json.keySet().forEach(key -> collect(child.get(key), found));
            }
        } else if (value instanceof JSONArray array) {
            for (int i = 0; i < array.length(); i++) {
                collect(array.get(i), found);
            }
        }
    }

    /** Returns how many statements this one is, with those inside of it; docstrings do not count. */
    int statements() {
        int[] count = {0};
        walk(node -> count[0] += node.isStatement() ? 1 : 0);
        walk(node -> count[0] -= node.docstring() == null ? 0 : 1);
        return count[0];
    }

    /** Returns the docstring of a function or class, or null. */
    @Nullable String docstring() {
        if (!is("FunctionDef", "AsyncFunctionDef", "ClassDef")) {
            return null;
        }
        List<Node> body = list("body");
        return !body.isEmpty() && isDocstring(body.get(0))
                ? body.get(0).get("value").text("v")
                : null;
    }

    static boolean isDocstring(Node statement) {
        return statement.is("Expr") && statement.get("value").isText();
    }

    /** Returns the statements of a function or class without the docstring. */
    List<Node> body() {
        List<Node> body = list("body");
        return docstring() == null ? body : body.subList(1, body.size());
    }

    @Override
    public String toString() {
        return type() + " in line " + line();
    }
}
