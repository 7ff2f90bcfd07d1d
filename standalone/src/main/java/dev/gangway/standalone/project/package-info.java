/** Maven projects from nothing: {@code gangway new}, and what {@code gangway port --project} puts round a port. */
@NullMarked
package dev.gangway.standalone.project;

import org.jspecify.annotations.NullMarked;
