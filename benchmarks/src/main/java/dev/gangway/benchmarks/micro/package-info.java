/** Measures single steps of a request, in time and in garbage ({@code -prof gc}). */
@NullMarked
package dev.gangway.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
