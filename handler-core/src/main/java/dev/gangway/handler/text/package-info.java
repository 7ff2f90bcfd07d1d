/**
 * The texts that handlers write for people: error pages, log lines, and Python's ways of formatting them. Pure functions.
 */
@NullMarked
package dev.gangway.handler.text;

import org.jspecify.annotations.NullMarked;
