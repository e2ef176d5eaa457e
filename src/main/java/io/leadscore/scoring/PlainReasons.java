package io.leadscore.scoring;

import io.leadscore.lead.Country;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.StandardValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The strongest reasons of a score for texts that are put before people elsewhere: only in words of our own, numbers, dates
 * and values of closed lists ({@link StandardValues}, ISO countries, our own enumerations). A value that somebody made up
 * in HubSpot is left out, and so is an option of a custom property, whatever the scoring profile says of it.
 */
public final class PlainReasons {

    private static final int STRONGEST = 3;

    private static final Pattern FIT = Pattern.compile(
            "(industry|source|lifecycle stage|country|seniority) (.*?)(, not listed,)?"
                    + " (fits fully|fits well|fits partly|fits poorly|does not fit)",
            Pattern.DOTALL);

    /** What a sentence about a property of the account's own may go on with, after the signal's name. */
    private static final Pattern PLAIN = Pattern.compile(
            "( is -?[0-9.]+| is set| is not set| unknown| not listed| on [0-9]{4}-[0-9]{2}-[0-9]{2}(, which is still ahead)?)?"
                    + "(: neutral|: deals alike won [0-9]+ of [0-9]+)?");

    private static final Set<String> JOB_LEVELS =
            Arrays.stream(JobLevel.values()).map(JobLevel::name).collect(Collectors.toSet());

    private PlainReasons() {}

    /** Rules that lowered the score, then the three strongest reasons for it, then the three strongest against it. */
    public static List<String> of(Explanation explanation) {
        List<Contribution> contributions = explanation.contributions();
        List<String> reasons = new ArrayList<>();
        for (Contribution contribution : contributions) {
            if (contribution.component() == null
                    && !contribution.signal().equals(Rules.ROUNDING)
                    && !contribution.signal().equals(Rules.SEGMENT)) {
                reasons.add(Numbers.hundredths(-contribution.hundredths()) + " points taken away: "
                        + contribution.sentence());
            }
        }
        addStrongest(reasons, contributions, 1);
        addStrongest(reasons, contributions, -1);
        return reasons;
    }

    private static void addStrongest(List<String> reasons, List<Contribution> contributions, int sign) {
        contributions.stream()
                .filter(contribution -> contribution.component() != null && contribution.effect() * sign > 0)
                .sorted(Comparator.comparingInt(contribution -> -sign * contribution.effect()))
                .limit(STRONGEST)
                .forEach(contribution ->
                        reasons.add((sign > 0 ? "+ " : "- ") + Numbers.hundredths(contribution.hundredths()) + " of "
                                + Numbers.hundredths(contribution.maxHundredths()) + " points: "
                                + plain(contribution)));
    }

    private static String plain(Contribution contribution) {
        String sentence = contribution.sentence();
        if (!BuiltIn.keys().contains(contribution.signal())) {
            return custom(contribution.signal(), sentence);
        }
        Matcher fit = FIT.matcher(sentence);
        if (!fit.matches()) {
            return sentence;
        }
        String listed = fit.group(3) == null ? "" : fit.group(3);
        return isOfClosedList(fit.group(1), fit.group(2)) ? sentence : fit.group(1) + listed + " " + fit.group(4);
    }

    private static boolean isOfClosedList(String noun, String value) {
        Predicate<String> list =
                switch (noun) {
                    case "industry" -> StandardValues.INDUSTRIES::contains;
                    case "source" -> StandardValues.SOURCES::contains;
                    case "lifecycle stage" -> StandardValues.LIFECYCLE_STAGES::contains;
                    case "country" -> Country::isCode;
                    default -> JOB_LEVELS::contains;
                };
        return list.test(value);
    }

    /** Signals are named in the scoring profile, in lower snake case. */
    private static String custom(String signal, String sentence) {
        boolean plain = sentence.startsWith(signal)
                && PLAIN.matcher(sentence.substring(signal.length())).matches();
        return plain ? sentence : signal;
    }
}
