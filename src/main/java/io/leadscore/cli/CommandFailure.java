package io.leadscore.cli;

/** A command cannot do what it was asked. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    CommandFailure(ExitCode exitCode, String sentence, String advice) {
        super(sentence);
        this.failure = new Failure(exitCode, sentence, advice);
    }

    /** The run that was named is not there, or not as it must be; the message of {@code thrown} says which and why. */
    static CommandFailure ofRun(IllegalArgumentException thrown) {
        return new CommandFailure(
                ExitCode.FAILED, String.valueOf(thrown.getMessage()), "scripts/leadscore runs lists the runs.");
    }

    Failure failure() {
        return failure;
    }
}
