/** A long run of mixed requests against a server in a process of its own: nothing may be lost, wrong, or left behind. */
package dev.gangway.soak;
