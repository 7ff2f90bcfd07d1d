/** Uploads that go on after they were cut (tus 1.0.0). Each is two files beside its place: the bytes that came, and a note of those to come. Knows no handler. */
@NullMarked
package dev.gangway.files.tus;

import org.jspecify.annotations.NullMarked;
