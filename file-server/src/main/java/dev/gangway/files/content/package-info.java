/** Content as it goes out: compressed, in chunks, as a sibling that is compressed already. Pure functions and streams. */
@NullMarked
package dev.gangway.files.content;

import org.jspecify.annotations.NullMarked;
