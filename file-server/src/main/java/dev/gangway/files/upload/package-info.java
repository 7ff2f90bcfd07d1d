/** Files that clients send: written beside their place, and moved there when they are whole. Knows no handler. */
@NullMarked
package dev.gangway.files.upload;

import org.jspecify.annotations.NullMarked;
