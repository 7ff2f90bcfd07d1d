/** The parts of WebDAV (RFC 4918) that know no handler: its XML, locks, conditions and properties. */
@NullMarked
package dev.gangway.files.dav;

import org.jspecify.annotations.NullMarked;
