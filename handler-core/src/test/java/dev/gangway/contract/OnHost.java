package dev.gangway.contract;

/**
 * Says which host a contract is held to. The class that names the contracts of a host has an interface that extends this
 * one, and so says it once for them all.
 */
public interface OnHost {
    /** Returns the host under test. */
    Host host();
}
