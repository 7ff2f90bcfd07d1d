package dev.gangway.handler.text;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The body of an answer that says what went wrong. */
public final class ErrorPage {
    /** The template of CPython 3.13 ({@code DEFAULT_ERROR_MESSAGE}), filled in by Python's %. */
    public static final String DEFAULT_FORMAT = """
            <!DOCTYPE HTML>
            <html lang="en">
                <head>
                    <meta charset="utf-8">
                    <title>Error response</title>
                </head>
                <body>
                    <h1>Error response</h1>
                    <p>Error code: %(code)d</p>
                    <p>Message: %(message)s.</p>
                    <p>Error code explanation: %(code)s - %(explain)s.</p>
                </body>
            </html>
            """;

    private static final String COLOR_SCHEME = """
                    <style type="text/css">
                        :root {
                            color-scheme: light dark;
                        }
                    </style>
            """;

    private static final String COLORED_FORMAT = DEFAULT_FORMAT.replaceFirst("(?m)^(?= *<title>)", COLOR_SCHEME);

    /** The default of {@code errorContentType()} ({@code DEFAULT_ERROR_CONTENT_TYPE}). */
    public static final String DEFAULT_CONTENT_TYPE = "text/html;charset=utf-8";

    private ErrorPage() {}

    /**
     * Returns the template that a handler has by default.
     *
     * @param compatibility the version of CPython
     * @return that version's {@code DEFAULT_ERROR_MESSAGE}
     */
    public static String format(Compatibility compatibility) {
        return compatibility.declaresColorScheme() ? COLORED_FORMAT : DEFAULT_FORMAT;
    }

    /**
     * Fills in a template.
     *
     * @param format the template, with {@code %(code)d}, {@code %(message)s}, {@code %(explain)s} as in Python
     * @param code the status code
     * @param message the reason phrase; escaped for HTML here
     * @param explain the explanation; escaped for HTML here
     * @return the page in UTF-8
     * @throws IllegalArgumentException if the template is malformed
     */
    public static byte[] render(String format, int code, String message, String explain) {
        Map<String, Object> values =
                Map.of("code", code, "message", Html.escape(message), "explain", Html.escape(explain));
        return PercentFormat.format(format, values).getBytes(StandardCharsets.UTF_8);
    }
}
