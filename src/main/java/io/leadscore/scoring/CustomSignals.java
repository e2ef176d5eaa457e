package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.scoring.Outcomes.Estimate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The account's own properties as signals. A missing value, or one that cannot be read, is neutral. */
final class CustomSignals {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** So long ago at the most was any day of last month. */
    private static final Duration LAST_MONTH = Duration.ofDays(62);

    private final ScoringProfile profile;
    private final TimeSteps steps;

    CustomSignals(ScoringProfile profile, TimeSteps steps) {
        this.profile = profile;
        this.steps = steps;
    }

    List<Signal> of(Component component) {
        return profile.customSignals().stream()
                .filter(signal -> signal.component() == component)
                .map(this::of)
                .toList();
    }

    private Signal of(CustomSignal signal) {
        return switch (signal.kind()) {
            case CATEGORY -> category(signal);
            case NUMBER -> number(signal);
            case FLAG -> flag(signal);
            case DATE -> date(signal);
        };
    }

    /** The best of the listed options; an option that is not listed is worth its cohort's win rate, if that is learnt. */
    private static Signal category(CustomSignal signal) {
        String dimension = CohortKeys.dimension(signal);
        Signal category = timeless(
                signal,
                (evidence, now) -> {
                    String listed = listed(signal, evidence);
                    if (listed != null) {
                        return Check.present(signal.values(), "values").getOrDefault(listed, Signal.MISSING);
                    }
                    return signal.isLearnt() ? winRate(evidence.outcomes, dimension) : Signal.MISSING;
                },
                (evidence, now, value) -> {
                    String listed = listed(signal, evidence);
                    if (listed != null) {
                        return signal.name() + " is " + listed;
                    }
                    if (Double.isNaN(value)) {
                        return signal.name()
                                + (read(signal, evidence) == null ? " unknown: neutral" : " not listed: neutral");
                    }
                    String said = signal.name() + (read(signal, evidence) == null ? " unknown: " : ": ");
                    return said + alike(evidence, dimension);
                });
        return signal.isLearnt()
                ? category.divided(new Signal.Cohorts(
                        dimension,
                        (evidence, now) ->
                                listed(signal, evidence) == null ? evidence.outcomes.values(dimension) : List.of(),
                        (evidence, now) -> {
                            String listed = listed(signal, evidence);
                            return listed == null
                                    ? Signal.MISSING
                                    : Check.present(signal.values(), "values").getOrDefault(listed, Signal.MISSING);
                        }))
                : category;
    }

    private static Signal number(CustomSignal signal) {
        List<Band> bands = Check.present(signal.bands(), "bands");
        Double cap = signal.cap();
        return learnable(
                signal,
                (evidence, now) -> {
                    double number = readNumber(signal, evidence);
                    if (Double.isNaN(number)) {
                        return Signal.MISSING;
                    }
                    if (cap == null) {
                        return bands.isEmpty() ? Signal.MISSING : banded(bands, number);
                    }
                    return Math.max(0, Math.min(1, number / cap));
                },
                evidence -> {
                    double number = readNumber(signal, evidence);
                    return Double.isNaN(number) ? null : " is " + Numbers.oneDecimal(number);
                });
    }

    private static Signal flag(CustomSignal signal) {
        return learnable(
                signal,
                (evidence, now) -> {
                    String read = read(signal, evidence);
                    return "true".equals(read) ? 1 : "false".equals(read) ? 0 : Signal.MISSING;
                },
                evidence -> {
                    String read = read(signal, evidence);
                    return "true".equals(read) ? " is set" : "false".equals(read) ? " is not set" : null;
                });
    }

    /** Worth what its cohort won, once that is learnt; until then what the profile says. */
    private static Signal learnable(
            CustomSignal signal, Signal.Value declared, Function<Evidence, @Nullable String> fact) {
        String dimension = CohortKeys.dimension(signal);
        Signal learnable = timeless(
                signal,
                (evidence, now) -> evidence.outcomes.isLearnt(dimension)
                        ? winRate(evidence.outcomes, dimension)
                        : declared.of(evidence, now),
                (evidence, now, value) -> {
                    String known = fact.apply(evidence);
                    String said = signal.name() + (known == null ? " unknown" : known);
                    if (!evidence.outcomes.isLearnt(dimension)) {
                        return said + (known == null ? ": neutral" : "");
                    }
                    return Double.isNaN(value) ? said + ": neutral" : said + ": " + alike(evidence, dimension);
                });
        return signal.isLearnt()
                ? learnable.divided(
                        new Signal.Cohorts(dimension, (evidence, now) -> evidence.outcomes.values(dimension), declared))
                : learnable;
    }

    private static double winRate(Outcomes outcomes, String dimension) {
        return OutcomeSignals.relative(outcomes, outcomes.one(Estimate.WIN_RATE, dimension), outcomes.accountWinRate());
    }

    private static String alike(Evidence evidence, String dimension) {
        return evidence.outcomes.counts(dimension).alike();
    }

    private Signal date(CustomSignal signal) {
        Decay decay = new Decay(Check.present(signal.halfLife(), "half-life"), steps);
        return new Signal(
                signal.name(),
                signal.component(),
                signal.neutralValue(),
                true,
                (evidence, now) -> {
                    Instant instant = readInstant(signal, evidence);
                    if (instant == null) {
                        return Signal.MISSING;
                    }
                    long age = now - steps.index(instant);
                    return isAhead(age)
                            ? Math.min(signal.neutralValue(), decay.factor(steps.count(LAST_MONTH)))
                            : decay.factor(Math.max(0, age));
                },
                (evidence, now, value) -> {
                    Instant instant = readInstant(signal, evidence);
                    if (instant == null) {
                        return signal.name() + " unknown: neutral";
                    }
                    String said = signal.name() + " on " + Numbers.date(instant.toEpochMilli());
                    return isAhead(now - steps.index(instant)) ? said + ", which is still ahead" : said;
                });
    }

    /** A date may be tomorrow's where it was written; one further ahead is a plan, or a slip, and no news. */
    private boolean isAhead(long ageInSteps) {
        return ageInSteps < -steps.count(A_DAY);
    }

    /** The last step of which a date of the lead is still ahead; {@code Long.MIN_VALUE} when it has none. */
    static long lastStep(
            ScoringProfile profile,
            TimeSteps steps,
            ContactFacts contact,
            @Nullable CompanyFacts company,
            @Nullable DealFacts deal) {
        long last = Long.MIN_VALUE;
        for (CustomSignal signal : profile.customSignals()) {
            String value =
                    signal.kind() == CustomSignal.Kind.DATE ? CustomValue.of(signal, contact, company, deal) : null;
            Instant instant = value == null ? null : CustomValue.instant(value);
            last = instant == null ? last : Math.max(last, steps.index(instant));
        }
        return last;
    }

    private static Signal timeless(CustomSignal signal, Signal.Value value, Signal.Sentence sentence) {
        return new Signal(signal.name(), signal.component(), signal.neutralValue(), false, value, sentence);
    }

    private static double banded(List<Band> bands, double number) {
        double value = 0;
        for (Band band : bands) {
            if (number >= band.from()) {
                value = band.value();
            }
        }
        return value;
    }

    private static @Nullable String listed(CustomSignal signal, Evidence evidence) {
        String best = null;
        double bestValue = -1;
        for (String option : CustomValue.options(signal, read(signal, evidence))) {
            Double value = Check.present(signal.values(), "values").get(option);
            if (value != null && value > bestValue) {
                best = option;
                bestValue = value;
            }
        }
        return best;
    }

    private static double readNumber(CustomSignal signal, Evidence evidence) {
        String read = read(signal, evidence);
        return read == null ? Double.NaN : CustomValue.number(read);
    }

    private static @Nullable Instant readInstant(CustomSignal signal, Evidence evidence) {
        String read = read(signal, evidence);
        return read == null ? null : CustomValue.instant(read);
    }

    private static @Nullable String read(CustomSignal signal, Evidence evidence) {
        return CustomValue.of(signal, evidence.contact, evidence.company, evidence.deal);
    }
}
