/** All that is in a directory as one file, written as it is read. Knows no handler. */
@NullMarked
package dev.gangway.files.archive;

import org.jspecify.annotations.NullMarked;
