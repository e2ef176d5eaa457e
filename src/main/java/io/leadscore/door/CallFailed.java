package io.leadscore.door;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A command cannot be handed over, or was not carried out to its end. The message says why, the advice what to do. */
public final class CallFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the shell is told: come again later. */
    static final int TRY_AGAIN = 75;

    private final int exitCode;
    private final String advice;

    /** What the shell is told when who would carry the command out is not available. */
    private static final int UNAVAILABLE = 69;

    /**
     * Why a command was not carried out.
     *
     * @param exitCode what the shell is told
     * @param sentence why
     * @param advice what to do, one sentence
     */
    CallFailed(int exitCode, String sentence, String advice) {
        super(sentence);
        this.exitCode = exitCode;
        this.advice = advice;
    }

    /** The owner of a home says nothing, not even that it is alive. */
    static CallFailed unanswered(Path home) {
        Owner owner = Owner.of(home);
        return owner != null && owner.isStopped()
                ? stopped(home, owner)
                : new CallFailed(
                        UNAVAILABLE,
                        inUse(home, owner) + ", which does not answer.",
                        "Repeat this later; if it stays so, end that process: the next one goes on from where it was.");
    }

    /** The owner of a home has its database open, but lets nobody in. */
    public static CallFailed notLetIn(Path home) {
        Owner owner = Owner.of(home);
        return owner != null && owner.isStopped()
                ? stopped(home, owner)
                : new CallFailed(
                        TRY_AGAIN,
                        inUse(home, owner) + ", which takes no commands now.",
                        "It may be starting or ending; repeat this in a moment.");
    }

    private static CallFailed stopped(Path home, Owner owner) {
        return new CallFailed(
                UNAVAILABLE,
                inUse(home, owner) + ", which was stopped.",
                "Let it go on: kill -CONT " + owner.pid() + "; or end it: kill -KILL " + owner.pid() + ".");
    }

    private static String inUse(Path home, @Nullable Owner owner) {
        return "The database in " + home + " is in use by " + (owner == null ? "another process" : owner);
    }

    /** What the shell is told. */
    public int exitCode() {
        return exitCode;
    }

    /** What to do, one sentence. */
    public String advice() {
        return advice;
    }
}
