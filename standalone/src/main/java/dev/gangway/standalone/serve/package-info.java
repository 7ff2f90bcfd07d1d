/** The word {@code serve}: the file server as a program. Its options are one table, from which help, man page, completions and the keys of the file come. */
@NullMarked
package dev.gangway.standalone.serve;

import org.jspecify.annotations.NullMarked;
