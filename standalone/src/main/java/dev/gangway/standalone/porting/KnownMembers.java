package dev.gangway.standalone.porting;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documented members of Python's handlers, as their overrides look in Java. */
final class KnownMembers {
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("setup", "void setup() throws IOException"),
            Map.entry("handle", "void handle() throws IOException"),
            Map.entry("finish", "void finish() throws IOException"),
            Map.entry("handle_one_request", "void handleOneRequest() throws IOException"),
            Map.entry("parse_request", "boolean parseRequest() throws IOException"),
            Map.entry("handle_expect_100", "boolean handleExpect100() throws IOException"),
            Map.entry("__getattr__", "boolean dispatch(String command) throws IOException"),
            Map.entry("send_error", "void sendError(int code, String message, String explain) throws IOException"),
            Map.entry("send_response", "void sendResponse(int code, String message) throws IOException"),
            Map.entry("send_response_only", "void sendResponseOnly(int code, String message) throws IOException"),
            Map.entry("send_header", "void sendHeader(String keyword, String value) throws IOException"),
            Map.entry("end_headers", "void endHeaders() throws IOException"),
            Map.entry("flush_headers", "void flushHeaders() throws IOException"),
            Map.entry("log_request", "void logRequest(String code, String size)"),
            Map.entry("log_error", "void logError(String format, Object... args)"),
            Map.entry("log_message", "void logMessage(String format, Object... args)"),
            Map.entry("version_string", "String versionString()"),
            Map.entry("date_time_string", "String dateTimeString(Instant timestamp)"),
            Map.entry("log_date_time_string", "String logDateTimeString()"),
            Map.entry("address_string", "String addressString()"),
            Map.entry("send_head", "InputStream sendHead() throws IOException"),
            Map.entry("list_directory", "InputStream listDirectory(Path path) throws IOException"),
            Map.entry("translate_path", "Path translatePath(String path)"),
            Map.entry("guess_type", "String guessType(Path path)"),
            Map.entry("copyfile", "void copyfile(InputStream source, OutputStream outputfile) throws IOException"),
            Map.entry("is_cgi", "boolean isCgi()"),
            Map.entry("run_cgi", "void runCgi() throws IOException"),
            Map.entry("is_executable", "boolean isExecutable(Path path)"),
            Map.entry("is_python", "boolean isPython(Path path)"));

    /** Those that only a handler of files knows, and those that only one of scripts does. */
    private static final Set<String> OF_FILES =
            Set.of("send_head", "list_directory", "translate_path", "guess_type", "copyfile");

    private static final Set<String> OF_SCRIPTS = Set.of("is_cgi", "run_cgi", "is_executable", "is_python");

    private static final Set<String> TEXTS = Set.of(
            "server_version",
            "sys_version",
            "protocol_version",
            "error_message_format",
            "error_content_type",
            "default_request_version");

    private KnownMembers() {}

    /**
     * Returns the declaration that overrides a documented method.
     *
     * @param method its name in Python
     * @param base the class in whose subclass it stands; one of the three of http.server, or another
     * @return null if it overrides nothing there
     */
    static @Nullable String override(String method, String base) {
        boolean isFiles = base.equals("BaseHTTPRequestHandler") && OF_FILES.contains(method);
        boolean isScripts = !base.equals("CGIHTTPRequestHandler") && OF_SCRIPTS.contains(method);
        return isFiles || isScripts ? null : METHODS.get(method);
    }

    /** Returns the declaration of a documented method that overrides nothing, or null if there is none. */
    static @Nullable String declaration(String method) {
        return METHODS.get(method);
    }

    /**
     * Tells whether a class of http.server has a method that answers requests.
     *
     * @param root the name of the class; one that is not known has every method
     * @param method {@code do_GET} for example
     */
    static boolean answers(String root, String method) {
        return switch (root) {
            case "BaseHTTPRequestHandler" -> false;
            case "SimpleHTTPRequestHandler" -> method.matches("do_(GET|HEAD)");
            case "CGIHTTPRequestHandler" -> method.matches("do_(GET|HEAD|POST)");
            default -> true;
        };
    }

    /** Tells whether an attribute is a text that is set in the constructor. */
    static boolean isText(String attribute) {
        return TEXTS.contains(attribute);
    }
}
