/**
 * Fuzz targets: each takes any bytes, and fails with an {@link java.lang.AssertionError} or an undeclared exception. The
 * tests replay the corpus and mutate it with a fixed seed; the profile {@code fuzz} runs them under Jazzer, which the method
 * name {@code fuzzerTestOneInput} is for.
 */
package dev.gangway.fuzz;
