/** Python's {@code xmlrpc.server}: its dispatcher, its handlers and its servers, with a small codec for the XML. */
@NullMarked
package dev.gangway.examples.xmlrpc;

import org.jspecify.annotations.NullMarked;
