package dev.gangway.handler;

/**
 * Where a request leads to in a CGI directory ("http.server: cgi_info").
 *
 * @param directory one of {@link CGIHTTPRequestHandler#cgiDirectories()}, {@code /cgi-bin} for example
 * @param path the rest after {@code directory} and a slash, decoded: further directories, the script's name, more path
 * @param query the text after the question mark, as it was sent; may be empty
 */
public record CgiInfo(String directory, String path, String query) {
    /**
     * Takes path and query apart at the first question mark, as CPython does with {@code cgi_info}.
     *
     * @param directory a directory whose files are scripts
     * @param rest the text after it and a slash, decoded; a question mark and the query as it was sent may follow
     */
    public CgiInfo(String directory, String rest) {
        this(directory, before(rest), after(rest));
    }

    /**
     * Returns path and query as CPython joins them in {@code cgi_info}.
     *
     * @return the path, and behind a question mark the query, if there is one
     */
    public String rest() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String before(String rest) {
        int mark = rest.indexOf('?');
        return mark < 0 ? rest : rest.substring(0, mark);
    }

    private static String after(String rest) {
        int mark = rest.indexOf('?');
        return mark < 0 ? "" : rest.substring(mark + 1);
    }
}
