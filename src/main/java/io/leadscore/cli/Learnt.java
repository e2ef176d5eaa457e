package io.leadscore.cli;

import io.leadscore.learning.Assessment;
import io.leadscore.learning.Evaluation;
import io.leadscore.learning.Verdict;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the closed deals taught, in a few words for the demo. */
final class Learnt {

    private static final double PERCENT = 100;

    private Learnt() {}

    static String text(Assessment assessment) {
        long won = assessment.counts().getOrDefault("won", 0L);
        long lost = assessment.counts().getOrDefault("lost", 0L);
        StringBuilder text = new StringBuilder("The weekly job learns from " + Numbers.grouped(won + lost)
                + " closed deals, of which " + Numbers.grouped(won) + " were won.\n");
        Evaluation evaluation = assessment.evaluation();
        if (evaluation != null) {
            text.append("It tries itself on the newest ")
                    .append(Numbers.grouped(evaluation.judgedDeals()))
                    .append(", from which it did not learn. Won were of them\n")
                    .append(new TextTable("", "WON")
                            .row("all", percent((double) evaluation.judgedWon() / evaluation.judgedDeals()))
                            .row("the best fifth by the scores until now", bestFifth(evaluation, Evaluation.INCUMBENT))
                            .row("the best fifth by what is learnt", bestFifth(evaluation, Evaluation.CANDIDATE))
                            .render()
                            .lines()
                            .skip(1)
                            .map(line -> "  " + line + '\n')
                            .collect(Collectors.joining()));
        }
        boolean promoted = assessment.verdict().decision() == Verdict.Decision.PROMOTE;
        text.append(promoted ? "So what is learnt takes over." : "The weights stay as they are.")
                .append('\n');
        assessment.verdict().reasons().forEach(reason -> text.append("  ")
                .append(CleanText.of(reason))
                .append('\n'));
        return text.toString();
    }

    private static String bestFifth(Evaluation evaluation, String model) {
        return percent(evaluation.model(model).precision20());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", PERCENT * share);
    }
}
