package dev.gangway.handler.cgi;

import java.nio.file.Path;

/**
 * A script and the parts of the target that led to it.
 *
 * @param file the script, a regular file
 * @param scriptName the path to the script, decoded ({@code SCRIPT_NAME}); begins with a slash
 * @param name the last name in {@code scriptName}
 * @param pathInfo what follows the script's name, decoded; empty, or begins with a slash
 * @param query what follows the question mark, as it was sent; may be empty
 */
public record CgiScript(Path file, String scriptName, String name, String pathInfo, String query)
        implements CgiTarget {}
