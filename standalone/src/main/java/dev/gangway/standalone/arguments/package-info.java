/** How the server and the tools read their command lines. */
@NullMarked
package dev.gangway.standalone.arguments;

import org.jspecify.annotations.NullMarked;
