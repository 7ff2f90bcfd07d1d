/** The messages of a server to its operator: lines of the log, errors of handlers, and reasons of failures. */
@NullMarked
package dev.gangway.standalone.log;

import org.jspecify.annotations.NullMarked;
