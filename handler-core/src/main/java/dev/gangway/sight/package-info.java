/**
 * Shows the work of a host: numbers in the text format of Prometheus, and events of Java Flight Recorder.
 */
@NullMarked
package dev.gangway.sight;

import org.jspecify.annotations.NullMarked;
