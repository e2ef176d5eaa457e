package io.leadscore.scoring;

import java.time.Duration;
import java.util.List;

/** How lately, how often and how fast something happened. */
final class RecencySignals {

    private static final double MILLIS_AN_HOUR = 3_600_000;

    private final ScoringProfile profile;
    private final TimeSteps steps;

    RecencySignals(ScoringProfile profile, TimeSteps steps) {
        this.profile = profile;
        this.steps = steps;
    }

    List<Signal> inOrder() {
        return List.of(lastEngagement(), activityFrequency(), responseTime());
    }

    /** When the lead last did something: half after each half-life; 0 if it never did. Opens do not count. */
    private Signal lastEngagement() {
        Decay decay = new Decay(halfLife(BuiltIn.LAST_ENGAGEMENT), steps);
        return Signal.ageing(
                profile,
                BuiltIn.LAST_ENGAGEMENT,
                (evidence, now) -> {
                    long last = evidence.actions.last(now);
                    return last == Long.MIN_VALUE ? 0 : decay.factor(now - steps.index(last));
                },
                (evidence, now, value) -> {
                    long last = evidence.actions.last(now);
                    return last == Long.MIN_VALUE
                            ? "the lead never did anything of its own"
                            : "last engagement on " + Numbers.date(last);
                });
    }

    /** On how many days anything happened, each counting half after each half-life. */
    private Signal activityFrequency() {
        Decay decay = new Decay(halfLife(BuiltIn.ACTIVITY_FREQUENCY), steps);
        double cap =
                Check.present(profile.signal(BuiltIn.ACTIVITY_FREQUENCY).cap(), BuiltIn.ACTIVITY_FREQUENCY + ".cap");
        return Signal.ageing(
                profile,
                BuiltIn.ACTIVITY_FREQUENCY,
                (evidence, now) -> Math.min(1, evidence.activeDays.decayed(decay, now) / cap),
                (evidence, now, value) -> {
                    int days = evidence.activeDays.count(now);
                    return days == 0
                            ? "no activity on any day"
                            : "activity on " + Numbers.count(days, "day") + ", last on "
                                    + Numbers.date(evidence.activeDays.last(now));
                });
    }

    /** The median time that the lead took to answer an e-mail: half for each half-life; missing without an answer. */
    private Signal responseTime() {
        double halfLife = halfLife(BuiltIn.RESPONSE_TIME).toMillis();
        return Signal.timeless(
                profile,
                BuiltIn.RESPONSE_TIME,
                (evidence, now) -> {
                    double median = evidence.responses.median();
                    return Double.isNaN(median) ? Signal.MISSING : Decay.factor(median, halfLife);
                },
                (evidence, now, value) -> {
                    double median = evidence.responses.median();
                    return Double.isNaN(median)
                            ? "response time unknown: neutral"
                            : "answers " + within(median) + " (" + Numbers.count(evidence.responses.pairs(), "answer")
                                    + ")";
                });
    }

    private Duration halfLife(BuiltIn signal) {
        return Check.present(profile.signal(signal).halfLife(), signal.key() + ".half-life");
    }

    private static String within(double medianMillis) {
        double hours = medianMillis / MILLIS_AN_HOUR;
        if (hours <= 1) {
            return "within an hour";
        }
        if (hours <= 24) {
            return "within a day";
        }
        if (hours <= 72) {
            return "within 3 days";
        }
        return hours <= 168 ? "within a week" : "after more than a week";
    }
}
