/** Decides about access: passwords, attempts to guess them, and pages of other origins. Knows no handler. */
@NullMarked
package dev.gangway.files.access;

import org.jspecify.annotations.NullMarked;
