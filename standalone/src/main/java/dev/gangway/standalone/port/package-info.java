/**
 * {@code gangway port}: reads the tree of a Python module and writes Java.
 *
 * <p>{@link dev.gangway.standalone.port.PythonTree} asks an interpreter for the tree; {@code ModuleModel} finds the classes,
 * functions and variables in it; {@code Expressions} and {@code Statements} translate it over and over until the types of all
 * variables are known, and {@code JavaFiles} writes the last result.
 */
@NullMarked
package dev.gangway.standalone.port;

import org.jspecify.annotations.NullMarked;
