package io.leadscore.cli;

import io.leadscore.ledger.StoredScore;
import io.leadscore.sandbox.Crm;
import io.leadscore.sandbox.CrmObject;
import io.leadscore.sandbox.RecordType;
import io.leadscore.scoring.Contribution;
import io.leadscore.scoring.Score;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The demo's table of leads, with the two strongest reasons for each. Names come from the sandbox; ours are not kept. */
final class BestLeads {

    private static final int REASONS = 2;

    private BestLeads() {}

    static String text(List<StoredScore> best, Crm crm) {
        TextTable table = new TextTable("CONTACT", "NAME", "SCORE", "PRIORITY", "FIT", "CHANCE", "NEXT");
        for (StoredScore stored : best) {
            Score score = stored.score();
            table.row(
                    score.contactId(),
                    name(crm.find(RecordType.CONTACTS, score.contactId())),
                    score.points(),
                    score.priority().label(),
                    score.fit().label(),
                    score.probability().percent() + " %",
                    score.action().label());
        }
        List<String> lines = table.render().lines().toList();
        StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
        for (int i = 0; i < best.size(); i++) {
            text.append(lines.get(i + 1)).append('\n');
            strongest(best.get(i).score()).forEach(contribution -> text.append("    ")
                    .append(Numbers.signedPoints(contribution.effect()))
                    .append("  ")
                    .append(CleanText.of(contribution.sentence()))
                    .append('\n'));
        }
        return text.toString();
    }

    private static List<Contribution> strongest(Score score) {
        return score.explanation().contributions().stream()
                .sorted(Comparator.comparingInt(Contribution::effect).reversed())
                .limit(REASONS)
                .toList();
    }

    private static String name(@Nullable CrmObject contact) {
        if (contact == null) {
            return "";
        }
        String first = contact.property("firstname");
        String last = contact.property("lastname");
        return ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
    }
}
