package dev.gangway.standalone.cli;

/** The exit status of the command line. */
enum ExitCode {
    /** It has served until it was told to stop, or has printed what it was asked for. */
    OK(0),
    /** It cannot serve. */
    FAILURE(1),
    /** The arguments are wrong. */
    USAGE(2);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
