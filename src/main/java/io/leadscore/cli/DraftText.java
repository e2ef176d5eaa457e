package io.leadscore.cli;

import io.leadscore.learning.IdealDraft;
import io.leadscore.learning.Screened;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.settings.ScoringProfileText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A drafted profile as a file, with what it goes by in comments beside it.
 *
 * @param ideal by what the ideal client was drafted
 * @param screened all properties that were screened
 * @param leads how many contacts there are
 * @param wonLately how many deals were won within the horizon
 * @param now when it was drafted
 */
record DraftText(
        ScoringProfile drafted, IdealDraft ideal, List<Screened> screened, long leads, long wonLately, Instant now) {

    private static final Pattern KEY = Pattern.compile("(  )([a-z-]+):.*");
    private static final Pattern ITEM = Pattern.compile("(  )- \\{?name: ([a-z0-9_]+).*");
    private static final double PERCENT = 100;
    private static final int MOST_OPTIONS = 40;

    /** Accepted as it is; ASCII only. */
    String text() {
        String heading = "Drafted on " + Moment.day(now) + " from " + Numbers.grouped(ideal.won()) + " won and "
                + Numbers.grouped(ideal.lost())
                + " lost deals. Try it: scripts/leadscore backtest --profile <this file>";
        StringBuilder text = new StringBuilder();
        String section = "";
        for (String line : ScoringProfileText.of(drafted, heading).lines().toList()) {
            section = line.matches("[a-z].*") ? line.substring(0, line.indexOf(':')) : section;
            for (String comment : comments(section, line)) {
                text.append("  # ").append(comment).append('\n');
            }
            text.append(line).append('\n');
        }
        return text.append(notProposed()).toString();
    }

    private List<String> comments(String section, String line) {
        Matcher key = KEY.matcher(line);
        if (section.equals("ideal-client") && key.matches()) {
            return ideal.lines(key.group(2)).stream().limit(MOST_OPTIONS).toList();
        }
        if (section.equals("thresholds") && key.matches() && key.group(2).equals("high-share")) {
            return List.of(Numbers.grouped(wonLately) + " deals were won in the last "
                    + drafted.outcome().horizon().toDays() + " days, and there are " + Numbers.grouped(leads)
                    + " contacts: as many are to be High.");
        }
        Matcher item = ITEM.matcher(line);
        if (section.equals("custom-signals") && item.matches()) {
            return screened.stream()
                    .filter(one -> one.signal().name().equals(item.group(2)))
                    .map(DraftText::adds)
                    .toList();
        }
        return List.of();
    }

    private static String adds(Screened one) {
        return String.format(
                Locale.ROOT,
                "adds %+.3f (%+.3f to %+.3f) to the ROC AUC of the built-in signals on the newest deals; alone %.3f; known of"
                        + " %.0f %%",
                one.adds().value(),
                one.adds().low(),
                one.adds().high(),
                one.alone().value(),
                PERCENT * one.known());
    }

    private String notProposed() {
        List<String> lines = new ArrayList<>();
        for (Screened one : screened) {
            boolean proposed = drafted.customSignals().stream()
                    .anyMatch(signal -> signal.name().equals(one.signal().name()));
            if (!proposed) {
                lines.add("# " + one.signal().name() + ": " + (one.doubt() == null ? adds(one) : one.doubt()));
            }
        }
        if (lines.isEmpty()) {
            return "";
        }
        lines.add(
                0,
                "# Screened as well, and not proposed, for they add too little to tell, or were written with the outcome:");
        return "\n" + String.join("\n", lines) + "\n";
    }
}
