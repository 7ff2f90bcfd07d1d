/** The values of a file handler's attributes: how they are written, and what they mean. Pure functions. */
@NullMarked
package dev.gangway.files.values;

import org.jspecify.annotations.NullMarked;
