package io.leadscore.cli;

import org.jspecify.annotations.Nullable;

/**
 * What the doctor found out about one thing.
 *
 * @param subject what was looked at
 * @param level how it is
 * @param sentence what was found
 * @param advice what to do; null when there is nothing to do
 * @param exitCode what the shell is told if this is the first failure
 */
record Finding(
        String subject,
        Level level,
        String sentence,
        @Nullable String advice,
        ExitCode exitCode) {

    /** How a thing is. */
    enum Level {
        OK,
        WARN,
        FAIL
    }

    static Finding ok(String subject, String sentence) {
        return new Finding(subject, Level.OK, sentence, null, ExitCode.DONE);
    }

    static Finding warn(String subject, String sentence, String advice) {
        return new Finding(subject, Level.WARN, sentence, advice, ExitCode.DONE);
    }

    static Finding fail(String subject, Failure failure) {
        return new Finding(subject, Level.FAIL, failure.sentence(), failure.advice(), failure.exitCode());
    }
}
