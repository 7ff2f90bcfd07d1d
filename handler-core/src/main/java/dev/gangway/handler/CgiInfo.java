package dev.gangway.handler;

/**
 * Where a request leads to in a CGI directory ("http.server: cgi_info").
 *
 * @param directory one of {@link CGIHTTPRequestHandler#cgiDirectories()}, {@code /cgi-bin} for example
 * @param rest what follows {@code directory} and a slash, decoded: further directories, the script's name, more path;
 *     then a question mark and the query as it was sent, if there is one
 */
public record CgiInfo(String directory, String rest) {}
