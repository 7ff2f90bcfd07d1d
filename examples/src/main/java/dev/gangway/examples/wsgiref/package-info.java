/** Python's {@code wsgiref}: an application as PEP 3333 has it, in Java types, and the handler and the server that run it. */
@NullMarked
package dev.gangway.examples.wsgiref;

import org.jspecify.annotations.NullMarked;
