/** Finds out the abilities of the JVM and the operating system. */
@NullMarked
package dev.gangway.handler.platform;

import org.jspecify.annotations.NullMarked;
