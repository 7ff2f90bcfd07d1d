/** Which of the files below the served directory are seen. Pure functions of names, and a filter over the core's trees. */
@NullMarked
package dev.gangway.files.tree;

import org.jspecify.annotations.NullMarked;
