/** What a node behind a balancer can be told on a command line: how long clients may take, who is believed, and how it stops. */
@NullMarked
package dev.gangway.standalone.node;

import org.jspecify.annotations.NullMarked;
