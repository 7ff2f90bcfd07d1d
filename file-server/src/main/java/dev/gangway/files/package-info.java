/** A file handler with listings, compression, uploads, WebDAV, passwords and archives: {@link dev.gangway.files.FileHTTPRequestHandler}. */
@NullMarked
package dev.gangway.files;

import org.jspecify.annotations.NullMarked;
