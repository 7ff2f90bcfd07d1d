package dev.gangway.examples;

import dev.gangway.examples.pydoc.DocHandler;

/** Pages that a function makes, as pydoc shows its own. */
public class DocPages extends DocHandler {
    public DocPages() {
        super((url, contentType) -> "the URL sent was: (" + url + ", " + contentType + ") \u20ac\n");
    }
}
