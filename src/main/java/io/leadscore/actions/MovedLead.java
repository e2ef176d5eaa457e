package io.leadscore.actions;

import io.leadscore.ledger.ActionStanding;
import io.leadscore.ledger.KnownStanding;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Score;
import io.leadscore.scoring.Thresholds;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scored lead with what its score means for where it stands.
 *
 * @param change the score
 * @param move how it moved, which may be not at all
 * @param standing where it stands now
 * @param firedAt when each rule last did something for it
 * @param known whether it stood somewhere before
 */
record MovedLead(ScoreChange change, Move move, ActionStanding standing, Map<String, Instant> firedAt, boolean known) {

    /** What a score means for a lead that stood somewhere, or, before its first score, nowhere. */
    static MovedLead of(
            ScoreChange change,
            @Nullable KnownStanding known,
            Hysteresis hysteresis,
            Thresholds thresholds,
            Instant now) {
        Score score = change.score();
        Integer pointsBefore = change.pointsBefore();
        Priority from = null;
        NextBestAction actionBefore = null;
        if (known != null) {
            from = known.standing().priority();
            actionBefore = known.standing().action();
        } else if (pointsBefore != null) {
            // Scored before anybody kept where leads stand.
            from = thresholds.priority(pointsBefore);
            actionBefore = score.action();
        }
        Priority to = hysteresis.priority(from, score.points(), thresholds);
        NextBestAction action = hysteresis.action(actionBefore, to, score.priority(), score.action());
        Move move = new Move(from, to, actionBefore, action, change.ownerId() != null);
        long crossings = known == null ? 0 : known.standing().crossings();
        ActionStanding standing = new ActionStanding(
                score.contactId(),
                to,
                action,
                move.entered() || known == null ? now : known.standing().since(),
                move.isNone() ? crossings : crossings + 1,
                known == null ? null : known.standing().notedOn());
        return new MovedLead(change, move, standing, known == null ? Map.of() : known.firedAt(), known != null);
    }

    /** The same lead, whose owner counts as none. */
    MovedLead ownedByNobody() {
        Move unowned = new Move(move.from(), move.to(), move.actionBefore(), move.action(), false);
        return new MovedLead(change.ownedByNobody(), unowned, standing, firedAt, known);
    }

    long contactId() {
        return change.contactId();
    }

    /** Whether there is nothing new to remember. */
    boolean isUnmoved() {
        return known && move.isNone();
    }

    /** Whether it was never scored before. */
    boolean isNew() {
        return !known && change.pointsBefore() == null;
    }
}
