package dev.gangway.sight;

import jdk.jfr.FlightRecorder;

/** Tells whether Java Flight Recorder is at work. Where it is not, no event is made. */
final class FlightRecording {
    private static final boolean SEES_RECORDER = seesRecorder();

    private FlightRecording() {}

    static boolean isOn() {
        return SEES_RECORDER && FlightRecorder.isInitialized();
    }

    /** A runtime image may lack the module {@code jdk.jfr}; WildFly has it, and does not show it to web applications. */
    private static boolean seesRecorder() {
        try {
            Class.forName("jdk.jfr.FlightRecorder", false, FlightRecording.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
