/**
 * The words of the protocol that handlers use: header fields ({@link dev.gangway.http.HTTPMessage}) and status codes
 * ({@link dev.gangway.http.HTTPStatus}).
 */
@NullMarked
package dev.gangway.http;

import org.jspecify.annotations.NullMarked;
