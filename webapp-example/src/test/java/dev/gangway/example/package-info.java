@NullMarked
package dev.gangway.example;

import org.jspecify.annotations.NullMarked;
