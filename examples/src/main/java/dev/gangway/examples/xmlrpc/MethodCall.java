package dev.gangway.examples.xmlrpc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as it was sent.
 *
 * @param methodName the name of the method, dots included
 * @param params the arguments
 */
record MethodCall(String methodName, List<@Nullable Object> params) {}
