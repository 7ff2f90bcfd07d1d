package dev.gangway.standalone.cli;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.handler.text.Compatibility;
import dev.gangway.http.syntax.GivenField;
import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.UsageException;
import java.util.List;
import java.util.Map;

/**
 * The arguments that say how files are sent.
 *
 * @param compatibility the version of CPython whose bytes are sent
 * @param headers the fields that are added to files and listings
 * @param contentType the media type of files of which nothing else is known
 */
record FileOptions(String compatibility, List<Map.Entry<String, String>> headers, String contentType) {
    static final String USAGE = """
                           [-H NAME VALUE] [--content-type TYPE] [--compat VERSION]
                           [--log-color auto|always|never]
            """;

    static final String HELP = """
              -H, --header NAME VALUE
                                    add a header to files and listings; one word
                                    'NAME: VALUE' will do (may be given more than once)
              --content-type TYPE   the type of files with an unknown suffix (default:
                                    application/octet-stream)
              --compat VERSION      send the bytes of this CPython: 3.13 (default), 3.14,
                                    3.15
              --log-color WHEN      color the log: auto (default: on a terminal), always,
                                    never
            """;

    private static final String COMPAT = "--compat";
    private static final String CONTENT_TYPE = "--content-type";

    static org.apache.commons.cli.Options addTo(org.apache.commons.cli.Options known) {
        return known.addOption(null, COMPAT.substring(2), true, null)
                .addOption(null, CONTENT_TYPE.substring(2), true, null);
    }

    /** Reads the arguments. */
    static FileOptions of(Arguments arguments, List<Map.Entry<String, String>> headers) throws UsageException {
        String version = arguments.last(COMPAT, Compatibility.PYTHON_3_13.toString());
        String type = arguments.last(CONTENT_TYPE, "application/octet-stream");
        String option = COMPAT;
        try {
            Compatibility.named(version);
            option = CONTENT_TYPE;
            GivenField.check("the type", type);
        } catch (IllegalArgumentException e) {
            throw new UsageException("argument " + option + ": " + e.getMessage());
        }
        return new FileOptions(version, headers, type);
    }

    /** Sets the options that were given. */
    void apply(SimpleHTTPRequestHandler handler) {
        handler.compatibility(compatibility);
        handler.extraResponseHeaders(headers);
        handler.defaultContentType(contentType);
    }
}
