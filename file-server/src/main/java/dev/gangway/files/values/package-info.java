/** The values of a file handler's attributes: their spelling and their meaning. Pure functions. */
@NullMarked
package dev.gangway.files.values;

import org.jspecify.annotations.NullMarked;
