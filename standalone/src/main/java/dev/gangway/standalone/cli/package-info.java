/** The command line: its words and options, signals and exit codes. Nothing of it is an API. */
@NullMarked
package dev.gangway.standalone.cli;

import org.jspecify.annotations.NullMarked;
