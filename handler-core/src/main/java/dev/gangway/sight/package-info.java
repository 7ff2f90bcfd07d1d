/**
 * What a host lets people see of its work: numbers in the text format of Prometheus, and events of Java Flight Recorder.
 */
@NullMarked
package dev.gangway.sight;

import org.jspecify.annotations.NullMarked;
