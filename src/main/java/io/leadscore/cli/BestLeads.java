package io.leadscore.cli;

import io.leadscore.ledger.StoredScore;
import io.leadscore.sandbox.Crm;
import io.leadscore.sandbox.CrmObject;
import io.leadscore.sandbox.RecordType;
import io.leadscore.scoring.Contribution;
import io.leadscore.scoring.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The demo's tables of leads. Names come from the sandbox; ours are not kept. */
final class BestLeads {

    private static final int REASONS = 3;

    private BestLeads() {}

    /**
     * Leads with their reasons, a line each.
     *
     * @param earlier how leads were scored before chances were known, by contact; empty: they are not known yet
     */
    static String text(List<StoredScore> best, Crm crm, Map<Long, Score> earlier) {
        TextTable table = earlier.isEmpty()
                ? new TextTable("NAME", "SCORE", "PRIORITY", "NEXT")
                : new TextTable("NAME", "SCORE", "PRIORITY", "NEXT", "CHANCE", "BEFORE");
        for (StoredScore stored : best) {
            Score score = stored.score();
            Score before = earlier.get(score.contactId());
            List<Object> cells = new ArrayList<>(List.of(
                    name(crm, score.contactId()),
                    score.points(),
                    score.priority().label(),
                    score.action().label()));
            if (!earlier.isEmpty()) {
                cells.add(chance(score));
                cells.add(before == null ? "-" : before.points());
            }
            table.row(cells.toArray());
        }
        List<String> lines = table.render().lines().toList();
        StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
        for (int i = 0; i < best.size(); i++) {
            text.append(lines.get(i + 1))
                    .append('\n')
                    .append("    ")
                    .append(CleanText.of(reasons(best.get(i).score())))
                    .append('\n');
        }
        return text.toString();
    }

    private static String chance(Score score) {
        return score.probability().enoughData() ? score.probability().percent() + " %" : "-";
    }

    private static String reasons(Score score) {
        return score.explanation().contributions().stream()
                .filter(contribution -> contribution.component() != null && contribution.effect() > 0)
                .sorted(Comparator.comparingInt(Contribution::effect).reversed())
                .limit(REASONS)
                .map(Contribution::sentence)
                .collect(Collectors.joining("; "));
    }

    /** What a contact is called; empty where there is none. */
    static String name(Crm crm, long contactId) {
        CrmObject contact = crm.find(RecordType.CONTACTS, contactId);
        if (contact == null) {
            return "";
        }
        String first = contact.property("firstname");
        String last = contact.property("lastname");
        return ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
    }
}
