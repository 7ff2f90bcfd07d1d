/** What the JVM and the operating system have, or have not. */
@NullMarked
package dev.gangway.handler.platform;

import org.jspecify.annotations.NullMarked;
