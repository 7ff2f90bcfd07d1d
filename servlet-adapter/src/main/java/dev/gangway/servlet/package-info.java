/**
 * A servlet that runs handlers: the same classes that run on a socket, in Jetty, Tomcat or any other container of
 * Servlet 6.0 or later.
 */
@NullMarked
package dev.gangway.servlet;

import org.jspecify.annotations.NullMarked;
