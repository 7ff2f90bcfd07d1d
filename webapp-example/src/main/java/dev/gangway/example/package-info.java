/** Handlers as they would run on a socket; nothing here knows of servlets. */
@NullMarked
package dev.gangway.example;

import org.jspecify.annotations.NullMarked;
