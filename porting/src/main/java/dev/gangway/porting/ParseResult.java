package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** The result of {@code urlparse} and {@code urlsplit}. */
public final class ParseResult implements Itemized, Iterable<@Nullable Object> {
    private final String scheme;
    private final String netloc;
    private final String path;
    private final String params;
    private final String query;
    private final String fragment;
    private final boolean six;

    private ParseResult(
            String scheme, String netloc, String path, String params, String query, String fragment, boolean six) {
        this.scheme = scheme;
        this.netloc = netloc;
        this.path = path;
        this.params = params;
        this.query = query;
        this.fragment = fragment;
        this.six = six;
    }

    static ParseResult of(String url, boolean withParams) {
        String rest = url.replaceFirst("^[\\x00-\\x20]+", "").replaceAll("[\t\r\n]", "");
        String scheme = "";
        int colon = rest.indexOf(':');
        if (colon > 0 && rest.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")) {
            scheme = rest.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
            rest = rest.substring(colon + 1);
        }
        String netloc = "";
        if (rest.startsWith("//")) {
            int end = 2;
            while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
                end++;
            }
            netloc = rest.substring(2, end);
            rest = rest.substring(end);
        }
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : rest.substring(hash + 1);
        rest = hash < 0 ? rest : rest.substring(0, hash);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        String params = "";
        int semicolon = rest.indexOf(';', Math.max(0, rest.lastIndexOf('/')));
        if (withParams && semicolon >= 0) {
            params = rest.substring(semicolon + 1);
            rest = rest.substring(0, semicolon);
        }
        return new ParseResult(scheme, netloc, rest, params, query, fragment, withParams);
    }

    /** Returns {@code url.scheme}. */
    public String scheme() {
        return scheme;
    }

    /** Returns {@code url.netloc}. */
    public String netloc() {
        return netloc;
    }

    /** Returns {@code url.path}. */
    public String path() {
        return path;
    }

    /** Returns {@code url.params}. */
    public String params() {
        return params;
    }

    /** Returns {@code url.query}. */
    public String query() {
        return query;
    }

    /** Returns {@code url.fragment}. */
    public String fragment() {
        return fragment;
    }

    /** Returns {@code url.hostname}. */
    public @Nullable String hostname() {
        String host = netloc.substring(netloc.lastIndexOf('@') + 1);
        host = host.startsWith("[") ? host.replaceFirst("^\\[([^\\]]*)\\].*", "$1") : host.replaceFirst(":.*", "");
        return host.isEmpty() ? null : host.toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns {@code url.port}. */
    public @Nullable Object port() {
        String port = netloc.replaceFirst("^.*\\]", "").replaceFirst("^[^:]*:?", "");
        return port.matches("\\d+") ? (Object) Long.parseLong(port) : null;
    }

    /** Returns {@code url.username}. */
    public @Nullable String username() {
        int at = netloc.lastIndexOf('@');
        return at < 0 ? null : netloc.substring(0, at).replaceFirst(":.*", "");
    }

    /** Returns {@code url.geturl()}. */
    public String geturl() {
        return UrllibParse.unsplit(scheme, netloc, params.isEmpty() ? path : path + ";" + params, query, fragment);
    }

    private Tuple tuple() {
        return six
                ? Tuple.of(scheme, netloc, path, params, query, fragment)
                : Tuple.of(scheme, netloc, path, query, fragment);
    }

    /** Returns {@code url._replace(…)}. */
    public ParseResult replace(Keywords keywords) {
        return new ParseResult(
                Python.str(keywords.get("scheme", scheme)),
                Python.str(keywords.get("netloc", netloc)),
                Python.str(keywords.get("path", path)),
                Python.str(keywords.get("params", params)),
                Python.str(keywords.get("query", query)),
                Python.str(keywords.get("fragment", fragment)),
                six);
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        return Lists.at(tuple(), Ported.asLong(key));
    }

    @Override
    public java.util.Iterator<@Nullable Object> iterator() {
        return tuple().iterator();
    }

    @Override
    public String toString() {
        return "ParseResult(scheme=" + Repr.text(scheme) + ", netloc=" + Repr.text(netloc) + ", path=" + Repr.text(path)
                + ", params=" + Repr.text(params) + ", query=" + Repr.text(query) + ", fragment=" + Repr.text(fragment)
                + ")";
    }
}
