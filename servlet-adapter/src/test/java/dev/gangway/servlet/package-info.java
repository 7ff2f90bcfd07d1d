@NullMarked
package dev.gangway.servlet;

import org.jspecify.annotations.NullMarked;
