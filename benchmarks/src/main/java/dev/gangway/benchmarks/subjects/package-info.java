/** The servers that are measured, each a program with the arguments {@code port directory}. */
@NullMarked
package dev.gangway.benchmarks.subjects;

import org.jspecify.annotations.NullMarked;
