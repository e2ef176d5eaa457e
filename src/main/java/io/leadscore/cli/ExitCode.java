package io.leadscore.cli;

/** How a command tells the shell how it went; the numbers are those of BSD's sysexits where it has one. */
enum ExitCode {
    DONE(0),
    FAILED(1),
    /** Done, but something new needs a person. */
    NEEDS_PERSON(3),
    USAGE(64),
    UNAVAILABLE(69),
    RUN_IN_PROGRESS(75),
    NOT_AUTHORISED(77),
    CONFIGURATION_WRONG(78);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
