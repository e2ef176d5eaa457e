package io.leadscore.cli;

import io.leadscore.ledger.Departure;
import io.leadscore.ledger.HistoryEntry;
import io.leadscore.ledger.StoredScore;
import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.CloseProbability;
import io.leadscore.scoring.Contribution;
import io.leadscore.scoring.Score;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An explanation for people. */
final class ExplanationText {

    private static final double HUNDREDTHS = 100.0;

    private ExplanationText() {}

    static String of(StoredScore stored, List<HistoryEntry> history, @Nullable Departure departure) {
        return heading(stored) + departed(departure) + "\n" + contributions(stored.score()) + "\n" + history(history);
    }

    private static String heading(StoredScore stored) {
        Score score = stored.score();
        Instant due = score.dueAt();
        return """
                Contact %d: %d points, priority %s, fit %s, next best action %s
                Close probability %s
                Changed %s by execution %d, weights %s; %s
                """.formatted(
                        score.contactId(),
                        score.points(),
                        score.priority().label(),
                        score.fit().label(),
                        score.action().label(),
                        probability(score.probability()),
                        minute(stored.scoredAt()),
                        stored.executionId(),
                        CleanText.of(score.modelVersion()),
                        due == null ? "time alone will not change it" : "computed again at the latest " + minute(due));
    }

    private static String departed(@Nullable Departure departure) {
        if (departure == null) {
            return "";
        }
        return departure.survivorId() == null
                ? "Deleted in HubSpot, noticed " + minute(departure.at()) + "; this was its last score.\n"
                : "Merged into contact " + departure.survivorId() + "; this was its last score.\n";
    }

    static String probability(CloseProbability probability) {
        String percent = String.format(Locale.ROOT, "%.1f %%", probability.percent());
        return probability.enoughData()
                ? percent
                        + String.format(
                                Locale.ROOT, ", plausible from %.1f to %.1f %%", probability.low(), probability.high())
                : percent + " (base rate; "
                        + (probability.resolvedDeals() < Calibration.LEAST_RESOLVED
                                ? "not enough data: "
                                : "not calibrated yet: ")
                        + probability.resolvedDeals() + " closed deals)";
    }

    private static String contributions(Score score) {
        TextTable table = new TextTable("COMPONENT", "SIGNAL", "VALUE", "POINTS", "OF", "WHY");
        for (Contribution contribution : score.explanation().contributions()) {
            boolean rule = contribution.component() == null;
            table.row(
                    rule ? "" : String.valueOf(contribution.component()).toLowerCase(Locale.ROOT),
                    contribution.signal(),
                    value(contribution),
                    points(contribution.hundredths()),
                    rule ? "" : points(contribution.maxHundredths()),
                    contribution.sentence());
        }
        table.row("", "sum", "", points(score.explanation().hundredths()), "", "");
        return table.render();
    }

    /** {@code -} is missing data; a rule has no value. */
    private static String value(Contribution contribution) {
        if (contribution.component() == null) {
            return "";
        }
        Double value = contribution.value();
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String history(List<HistoryEntry> history) {
        TextTable table =
                new TextTable("CHANGED (UTC)", "POINTS", "PRIORITY", "ACTION", "BECAUSE OF", "EXECUTION", "WEIGHTS");
        for (HistoryEntry entry : history) {
            table.row(
                    minute(entry.scoredAt()),
                    entry.points(),
                    entry.priority().label(),
                    entry.action().label(),
                    entry.causes().stream()
                            .map(cause -> cause.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(", ")),
                    entry.executionId(),
                    entry.modelVersion());
        }
        return table.render();
    }

    private static String points(int hundredths) {
        return String.format(Locale.ROOT, "%.2f", hundredths / HUNDREDTHS);
    }

    private static String minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ')
                .replace(":00Z", "");
    }
}
