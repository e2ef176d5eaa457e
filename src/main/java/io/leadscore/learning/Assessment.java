package io.leadscore.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of how a weight set came about. Immutable.
 *
 * @param verdict what became of the candidate, and why
 * @param evaluation how it was judged; null when there was nothing to judge
 * @param counts how many deals of each kind there were, left out or taken
 * @param notes what was peculiar, in sentences
 * @param impact what it does to the leads of today; null where that was not looked at
 * @param ai whether the AI adds anything; null where there is none, or where there was not enough to learn from at all
 * @param segments which segments have weights of their own; null where the profile has none
 */
public record Assessment(
        Verdict verdict,
        @Nullable Evaluation evaluation,
        Map<String, Long> counts,
        List<String> notes,
        @Nullable Impact impact,
        @Nullable AiEvaluation ai,
        @Nullable SegmentReport segments) {

    public Assessment {
        notes = List.copyOf(notes);
    }

    /** Of a profile without segments. */
    public Assessment(
            Verdict verdict,
            @Nullable Evaluation evaluation,
            Map<String, Long> counts,
            List<String> notes,
            @Nullable Impact impact,
            @Nullable AiEvaluation ai) {
        this(verdict, evaluation, counts, notes, impact, ai, null);
    }

    /** The same with what is known of segments. */
    public Assessment withSegments(@Nullable SegmentReport others) {
        return new Assessment(verdict, evaluation, counts, notes, impact, ai, others);
    }

    /** The same with what it does to the leads of today. */
    public Assessment withImpact(Impact other) {
        return new Assessment(verdict, evaluation, counts, notes, other, ai, segments);
    }

    /** The same with more notes. */
    public Assessment withNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Assessment(verdict, evaluation, counts, all, impact, ai, segments);
    }
}
