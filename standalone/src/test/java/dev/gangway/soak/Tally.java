package dev.gangway.soak;

import dev.gangway.soak.SoakClient.Action;
import java.util.EnumMap;
import java.util.Map;

/** Counts what clients have done and seen. */
final class Tally {
    private static final int MAX_PRINTED = 20;

    private final Map<Action, Integer> begun = new EnumMap<>(Action.class);
    private long answers;
    private long lost;
    private long wrong;

    synchronized void begun(Action action) {
        begun.merge(action, 1, Integer::sum);
    }

    synchronized void answered() {
        answers++;
    }

    /** An answer has not come, or not to its end. */
    synchronized void lost(Action action, Exception reason) {
        lost++;
        print("lost", action, reason);
    }

    /** An answer was not the right one. */
    synchronized void wrong(Action action, AssertionError reason) {
        wrong++;
        print("wrong", action, reason);
    }

    synchronized long lostOrWrong() {
        return lost + wrong;
    }

    synchronized long answers() {
        return answers;
    }

    @Override
    public synchronized String toString() {
        return "answers " + answers + ", lost " + lost + ", wrong " + wrong + ", " + begun;
    }

    private void print(String what, Action action, Throwable reason) {
        if (lost + wrong <= MAX_PRINTED) {
            System.out.println(what + ": " + action + ": " + reason);
        }
    }
}
