package dev.gangway.standalone.loop;

import java.nio.channels.Selector;

/** Something that has its turn when the selector of an event loop sees it ready. */
abstract class Place {
    /** Does what is to be done, on the thread that leads the loop; false if the loop has another leader afterwards. */
    abstract boolean serve(Turn turn);

    /** Has the selector tell when it is ready again. Called by the leader. */
    abstract void register(Selector selector);

    /** Whether the loop need not look at it any more. */
    abstract boolean hasLeft();

    /** Takes note that another thread leads the loop, because this one has held it up. */
    abstract void lose();
}
