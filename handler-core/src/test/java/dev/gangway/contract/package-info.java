/**
 * The contract of Gangway as tests that run against any host, and the transcripts of CPython's {@code http.server}.
 *
 * <p>A host joins in by implementing {@link dev.gangway.contract.Host} and adding one test class that names the contracts,
 * as {@code InMemoryContractsTest} does. What the host cannot do it says with {@link dev.gangway.contract.HostDifference}s.
 */
@NullMarked
package dev.gangway.contract;

import org.jspecify.annotations.NullMarked;
