/** The options of a node behind a balancer: time limits for clients, trusted proxies, and the stop. */
@NullMarked
package dev.gangway.standalone.node;

import org.jspecify.annotations.NullMarked;
