/** The tools of the command line for porting a Python program: compare, record, outline; and the names of ports. */
@NullMarked
package dev.gangway.standalone.porting;

import org.jspecify.annotations.NullMarked;
