/** The small server inside Python's {@code pydoc}, which shows pages in a browser until it is told to quit. */
@NullMarked
package dev.gangway.examples.pydoc;

import org.jspecify.annotations.NullMarked;
