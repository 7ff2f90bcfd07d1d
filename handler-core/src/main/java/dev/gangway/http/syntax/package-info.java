/**
 * Characters and bytes to values and back: dates, percent-coding, request targets. Pure functions, no stream, no file.
 */
@NullMarked
package dev.gangway.http.syntax;

import org.jspecify.annotations.NullMarked;
