/** Decides which files below the served directory are visible. Pure functions of names, and a filter over the core's trees. */
@NullMarked
package dev.gangway.files.tree;

import org.jspecify.annotations.NullMarked;
