package io.leadscore.cli;

import io.leadscore.ledger.Scores;
import io.leadscore.ledger.StoredScore;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The demo's leads as they are scored at a time, best first.
 *
 * @param leads of all, the best ones
 */
record Ranking(List<StoredScore> leads) {

    private static final int MOST = 100_000;

    static Ranking of(Scores scores, long portalId) {
        return new Ranking(scores.best(portalId, MOST));
    }

    List<StoredScore> best(int many) {
        return leads.subList(0, Math.min(many, leads.size()));
    }

    /** The same leads as they are scored here, in the same order. */
    List<StoredScore> of(List<StoredScore> others) {
        Map<Long, StoredScore> byContact = new HashMap<>();
        leads.forEach(lead -> byContact.put(lead.score().contactId(), lead));
        return others.stream()
                .map(other -> byContact.get(other.score().contactId()))
                .filter(Objects::nonNull)
                .toList();
    }

    Map<Long, Score> byContact() {
        Map<Long, Score> byContact = new HashMap<>();
        leads.forEach(lead -> byContact.put(lead.score().contactId(), lead.score()));
        return byContact;
    }

    /** How many of the best ones are among others. */
    long among(int many, Set<Long> contacts) {
        return best(many).stream()
                .filter(lead -> contacts.contains(lead.score().contactId()))
                .count();
    }

    long count(Priority priority) {
        return leads.stream()
                .filter(lead -> lead.score().priority() == priority)
                .count();
    }

    /** The best lead of a lower priority than that. */
    @Nullable
    Score firstBelow(Priority priority) {
        return leads.stream()
                .map(StoredScore::score)
                .filter(score -> score.priority().compareTo(priority) > 0)
                .findFirst()
                .orElse(null);
    }

    /** How many leads have which priority, and how likely they are to buy. */
    String priorities() {
        // Nothing is known of chances before something is learnt.
        boolean known =
                leads.stream().anyMatch(lead -> lead.score().probability().enoughData());
        TextTable table = new TextTable("PRIORITY", "LEADS", known ? "MEAN CHANCE" : "");
        for (Priority priority : Priority.values()) {
            table.row(priority.label(), Numbers.grouped(count(priority)), meanChance(priority));
        }
        return table.render();
    }

    private String meanChance(Priority priority) {
        double mean = leads.stream()
                .map(StoredScore::score)
                .filter(score ->
                        score.priority() == priority && score.probability().enoughData())
                .mapToDouble(score -> score.probability().percent())
                .average()
                .orElse(Double.NaN);
        return Double.isNaN(mean) ? "" : String.format(Locale.ROOT, "%.0f %%", mean);
    }
}
