/** What a server tells the people who run it: lines of the log, errors of handlers, and reasons of failures. */
@NullMarked
package dev.gangway.standalone.log;

import org.jspecify.annotations.NullMarked;
