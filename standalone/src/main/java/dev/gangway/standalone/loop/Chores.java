package dev.gangway.standalone.loop;

/** What the thread of a loop has put off while it serves one connection after the other. */
public interface Chores {
    /** Does it, on that thread, before it waits for more. */
    void doNow();

    /** Does it, and puts nothing off any more. May be called by another thread, when that one is held up. */
    void end();
}
