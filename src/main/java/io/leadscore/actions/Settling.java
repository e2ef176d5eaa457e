package io.leadscore.actions;

import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.QueuedAction;
import io.leadscore.ledger.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an outcome means for an action in the outbox: done, tried again later, given up, or unknown. */
final class Settling {

    static final String NO_ANSWER = "NO_ANSWER";

    /** After the first failure and after the second; after the third it is given up. */
    private static final List<Duration> BACK_OFF = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));

    private Settling() {}

    /** What to do about an action when no answer came. */
    enum LostAnswer {
        /** Doing it twice is the same as doing it once. */
        DO_AGAIN,
        /** It left a marker, which can be looked for. */
        LOOK_FOR,
        /** Nobody can tell. */
        LEAVE
    }

    static LostAnswer lostAnswer(ActionKind kind) {
        return switch (kind) {
            case ASSIGN, LIST -> LostAnswer.DO_AGAIN;
            case TASK, NOTE -> LostAnswer.LOOK_FOR;
            case ENROL, MAIL, WEBHOOK -> LostAnswer.LEAVE;
        };
    }

    /** What becomes of an action that was carried out. */
    static Settlement of(QueuedAction action, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Done done) {
            return settled(action, ActionState.DONE, done.hubspotId(), null, null, now);
        }
        if (outcome instanceof Outcome.Refused refused) {
            return refused.retryable()
                    ? again(action, refused.code(), refused.sentence(), now)
                    : failed(action, refused.code(), refused.sentence(), now);
        }
        if (outcome instanceof Outcome.Blocked blocked) {
            return waiting(action, "BLOCKED", blocked.sentence());
        }
        if (outcome instanceof Outcome.Postponed postponed) {
            return waiting(action, "POSTPONED", postponed.sentence());
        }
        if (outcome instanceof Outcome.Later later) {
            return waiting(action, "POSTPONED", later.sentence());
        }
        return unanswered(action, now);
    }

    /** What becomes of an action that was claimed and then not sent. */
    static Settlement givenBack(QueuedAction action) {
        return waiting(action, null, null);
    }

    /** What becomes of an action that a run was killed over. */
    static Settlement orphaned(QueuedAction action, Instant now) {
        return lostAnswer(action.kind()) == LostAnswer.DO_AGAIN ? waiting(action, null, null) : unknown(action, now);
    }

    /**
     * What becomes of an action that was looked for.
     *
     * @param hubspotId what was found; null: surely nothing is there
     */
    static Settlement lookedFor(QueuedAction action, @Nullable String hubspotId, Instant now) {
        if (hubspotId != null) {
            return settled(action, ActionState.DONE, hubspotId, null, null, now);
        }
        return action.attempts() > BACK_OFF.size()
                ? settled(action, ActionState.FAILED, null, NO_ANSWER, "No answer came, three times.", now)
                : waiting(action, null, null);
    }

    private static Settlement unanswered(QueuedAction action, Instant now) {
        return switch (lostAnswer(action.kind())) {
            case DO_AGAIN -> again(action, NO_ANSWER, "No answer came.", now);
            case LOOK_FOR ->
                new Settlement(
                        action.id(),
                        ActionState.SENT,
                        action.attempts() + 1,
                        now,
                        now,
                        null,
                        NO_ANSWER,
                        "No answer came; it is looked for.");
            case LEAVE -> unknown(action, now);
        };
    }

    /** What becomes of an action that may be done or not, which nobody can find out. */
    static Settlement unknown(QueuedAction action, Instant now) {
        return settled(
                action,
                ActionState.UNKNOWN,
                null,
                NO_ANSWER,
                "No answer came; it may be done or not, and is not repeated by itself.",
                now);
    }

    private static Settlement again(QueuedAction action, String code, String sentence, Instant now) {
        int attempts = action.attempts() + 1;
        if (attempts > BACK_OFF.size()) {
            return failed(action, code, sentence, now);
        }
        return new Settlement(
                action.id(),
                ActionState.PENDING,
                attempts,
                now,
                now.plus(BACK_OFF.get(attempts - 1)),
                null,
                code,
                sentence);
    }

    private static Settlement failed(QueuedAction action, String code, String sentence, Instant now) {
        return new Settlement(action.id(), ActionState.FAILED, action.attempts() + 1, now, now, null, code, sentence);
    }

    /** As it was, for another run to try: due as long as before, so that it does not wait for ever. */
    private static Settlement waiting(QueuedAction action, @Nullable String code, @Nullable String sentence) {
        return new Settlement(
                action.id(), ActionState.PENDING, action.attempts(), action.triedAt(), null, null, code, sentence);
    }

    private static Settlement settled(
            QueuedAction action,
            ActionState state,
            @Nullable String hubspotId,
            @Nullable String code,
            @Nullable String sentence,
            Instant now) {
        return new Settlement(action.id(), state, action.attempts(), action.triedAt(), now, hubspotId, code, sentence);
    }
}
