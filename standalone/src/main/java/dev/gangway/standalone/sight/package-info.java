/** What a server lets people see of its work: metrics in the text format of Prometheus, and events of Java Flight Recorder. */
@NullMarked
package dev.gangway.standalone.sight;

import org.jspecify.annotations.NullMarked;
