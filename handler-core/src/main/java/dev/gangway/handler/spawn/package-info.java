/**
 * Starts programs by {@code posix_spawn}, without the program that Java starts before each of its own. {@code PosixSpawn} is the door.
 */
@NullMarked
package dev.gangway.handler.spawn;

import org.jspecify.annotations.NullMarked;
