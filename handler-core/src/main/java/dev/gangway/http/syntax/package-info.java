/** Characters to values and back: the grammar of HTTP messages. Nothing here knows a stream or a file. */
@NullMarked
package dev.gangway.http.syntax;

import org.jspecify.annotations.NullMarked;
