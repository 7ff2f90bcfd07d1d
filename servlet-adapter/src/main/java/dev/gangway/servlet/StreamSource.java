package dev.gangway.servlet;

import java.io.IOException;

/** Gives a stream when it is first needed. */
@FunctionalInterface
interface StreamSource<S> {
    /** Opens the stream. */
    S open() throws IOException;
}
