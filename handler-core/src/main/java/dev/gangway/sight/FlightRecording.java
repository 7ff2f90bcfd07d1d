package dev.gangway.sight;

import jdk.jfr.FlightRecorder;

/** Tells whether Java Flight Recorder is at work. Where it is not, no event is made. */
final class FlightRecording {
    /** A runtime image may lack the module. */
    private static final boolean HAS_RECORDER =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private FlightRecording() {}

    static boolean isOn() {
        return HAS_RECORDER && FlightRecorder.isInitialized();
    }
}
