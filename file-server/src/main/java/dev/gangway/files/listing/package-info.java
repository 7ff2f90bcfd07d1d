/** Listings of directories: a page for people, and JSON for programs. Pure functions of entries; streamed, so that a large one needs little memory. */
@NullMarked
package dev.gangway.files.listing;

import org.jspecify.annotations.NullMarked;
