/** What file handlers keep to on every host, and the tests of what they are made of. */
@NullMarked
package dev.gangway.files;

import org.jspecify.annotations.NullMarked;
