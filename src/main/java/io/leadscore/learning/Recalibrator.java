package io.leadscore.learning;

import io.leadscore.learning.DealSource.WithoutDeal;
import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.ComponentWeights;
import io.leadscore.scoring.Composition;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.Provenance;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.SignalReader;
import io.leadscore.scoring.ValueRange;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Learns a candidate from the closed deals of an account, judges it against the incumbent, and learns the close probability
 * of whichever is to score. The same deals, options and incumbent give the same result to the bit. Not thread-safe.
 */
public final class Recalibrator {

    /** The base rate, in log odds, must move so far for a new weight set: by a tenth of the odds. */
    private static final double WORTH_TELLING = 0.1;

    private static final double PERCENT = 100;

    /** Cohorts are counted anew when there are so many times as many deals. */
    private static final double GROWN = 1.05;

    /** Probabilities are compared on so many of the newest looks at deals. */
    private static final int NEWEST = 2_000;

    /** How many times contacts without a deal are counted, a month apart. */
    private static final int STATE_COUNTS = 4;

    private static final Duration MONTH = Duration.ofDays(30);

    private final RecalibrationOptions options;
    private final WeightSet incumbent;
    private final ScoringProfile profile;
    private final Instant now;
    private final List<SignalKey> signals;
    private final Consumer<String> progress;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param options what the operator decided
     * @param incumbent the live weight set
     * @param now until when facts are known
     * @param progress told the name of each phase as it begins
     */
    public Recalibrator(RecalibrationOptions options, WeightSet incumbent, Instant now, Consumer<String> progress) {
        this.options = options;
        this.incumbent = incumbent;
        this.profile = incumbent.profile();
        this.now = now;
        this.signals = SignalReader.signals(profile);
        this.progress = progress;
    }

    /** Learns and judges. */
    public Recalibration run(DealSource source) {
        progress.accept("survey");
        Survey survey = Survey.of(source, profile, options, now);
        notes.add("Taken to have been then what they are today: " + options.statics() + ".");
        notes.add("Deals are taken to be resolved at an age of "
                + survey.resolvedAge().toDays() + " days.");
        return survey.isEnough() ? learn(survey, source) : notEnough(survey);
    }

    private Recalibration notEnough(Survey survey) {
        Calibration base = Calibration.baseRate(survey.matured(), survey.closed(), profile.outcome());
        boolean moved = Math.abs(logOdds(base.baseRate())
                        - logOdds(incumbent.calibration().baseRate()))
                > WORTH_TELLING;
        Verdict verdict = new Verdict(
                Verdict.Decision.NOT_ENOUGH_DATA,
                List.of("Only " + survey.won() + " won and " + survey.lost()
                        + " lost deals can be learnt from; it takes " + Calibration.LEAST_RESOLVED + " in all and "
                        + Calibration.LEAST_OF_EACH + " of either kind."));
        WeightSet renewed = moved || incumbent.calibration().enoughData()
                ? draft(
                        Recalibration.BASE_RATE,
                        survey,
                        incumbent.componentWeights(),
                        incumbent.signalWeights(),
                        incumbent.cohorts(),
                        incumbent.createdAt(),
                        base,
                        incumbent.ranges())
                : null;
        return new Recalibration(
                new Assessment(verdict, null, survey.counts(), notes, null), null, renewed, WithoutDeal.NONE);
    }

    private Recalibration learn(Survey survey, DealSource source) {
        Blocks blocks = survey.blocks();
        List<Instant> instants = new ArrayList<>(blocks.starts());
        instants.add(now);
        Structure old = new Structure(incumbent, CohortScheme.of(incumbent.cohorts()), false, instants);
        Structure fresh = new Structure(incumbent, survey.scheme(), true, instants);
        progress.accept("count");
        count(source, old);
        count(source, fresh);
        progress.accept("collect");
        Composition incumbentSum = new Composition(signals, incumbent.signalWeights(), incumbent.componentWeights());
        Collector collector = new Collector(survey, old, fresh, incumbentSum);
        source.forEachHistory(collector::add);
        List<Example> examples = collector.examples();
        progress.accept("fit");
        List<Example> fitted = examples.stream().filter(one -> !one.judged()).toList();
        CandidateLearner.Learnt learnt =
                new CandidateLearner(incumbent, signals, stretchable(), options.limits(), fitted).learn();
        notes.addAll(learnt.notes());
        Composition candidateSum = new Composition(signals, learnt.signalWeights(), learnt.componentWeights());
        examples.replaceAll(one -> one.stretched(values -> learnt.stretched(signals, values)));
        progress.accept("judge");
        Judge judge = new Judge(options.promotion(), options.seed(), examples);
        Evaluation evaluation =
                judge.canJudge() ? judge.judge(candidateSum, incumbentSum, defaults(), blocks.split()) : null;
        Verdict verdict = evaluation == null
                ? new Verdict(
                        Verdict.Decision.KEEP, List.of("The newest deals are too few of either kind to judge by."))
                : judge.decide(evaluation);
        if (verdict.decision() == Verdict.Decision.PROMOTE && !options.shadow().isZero()) {
            verdict = new Verdict(Verdict.Decision.SHADOW, verdict.reasons());
        }
        progress.accept("calibrate");
        Calibration ofCandidate = calibration(
                Evaluation.CANDIDATE,
                survey,
                collector.snapshots().stream()
                        .map(one -> observation(
                                one, candidateSum, learnt.components(signals, candidateSum, one.candidateValues())))
                        .toList());
        List<Observation> asIncumbent = collector.snapshots().stream()
                .map(one -> observation(one, incumbentSum, one.incumbent()))
                .toList();
        Calibration ofIncumbent = calibration(Evaluation.INCUMBENT, survey, asIncumbent);
        WeightSet candidate = draft(
                Recalibration.LEARNT,
                survey,
                learnt.componentWeights(),
                learnt.signalWeights(),
                fresh.latest(),
                now,
                ofCandidate,
                learnt.ranges());
        WeightSet renewed = draft(
                Recalibration.RENEWED,
                survey,
                incumbent.componentWeights(),
                incumbent.signalWeights(),
                old.latest(),
                now,
                ofIncumbent,
                incumbent.ranges());
        boolean moved = isOutdated(old.latest(), ofIncumbent) || differs(ofIncumbent, asIncumbent);
        return new Recalibration(
                new Assessment(verdict, evaluation, survey.counts(), notes, null),
                candidate,
                moved ? renewed : null,
                states(source, survey.resolvedAge()));
    }

    /** Whether many deals were closed since the incumbent's were counted, or its probability can be learnt for the first time. */
    private boolean isOutdated(CohortRates counted, Calibration learnt) {
        int before = incumbent.cohorts().total().deals();
        return (learnt.enoughData() && !incumbent.calibration().enoughData())
                || counted.total().deals() > GROWN * before;
    }

    /** Whether the probability of the newest deals would be another one. */
    private boolean differs(Calibration other, List<Observation> observations) {
        double off = observations.stream()
                .sorted(Comparator.comparingLong(Observation::at).reversed())
                .limit(NEWEST)
                .mapToDouble(one -> Math.abs(
                        incumbent.calibration().probability(one.prospect()).percent()
                                - other.probability(one.prospect()).percent()))
                .average()
                .orElse(0);
        return off > PERCENT * WORTH_TELLING * other.baseRate() / 2;
    }

    private static void count(DealSource source, Structure structure) {
        List<CohortRates.Builder> counting = structure.counting();
        source.forEachClosed(deal -> counting.forEach(builder -> builder.add(deal)));
        source.forEachOpen(deal -> counting.forEach(builder -> builder.addOpen(deal)));
    }

    /** Signals that are relative to the account's average. */
    private Set<String> stretchable() {
        Set<String> names = new TreeSet<>();
        signals.stream()
                .filter(key -> key.component() == Component.OUTCOME)
                .map(SignalKey::name)
                .forEach(names::add);
        profile.customSignals().stream()
                .filter(CustomSignal::isLearnt)
                .map(CustomSignal::name)
                .forEach(names::add);
        return names;
    }

    private Composition defaults() {
        return new Composition(signals, WeightSet.defaultWeights(profile), profile.weights());
    }

    private static Observation observation(Snapshot one, Composition sum, double[] components) {
        return new Observation(one.at(), one.group(), one.age(), one.won(), sum.score(components), components);
    }

    private WithoutDeal states(DealSource source, Duration resolvedAge) {
        Duration horizon = profile.outcome().horizon();
        Instant latest = now.minus(resolvedAge.compareTo(horizon) < 0 ? horizon : resolvedAge);
        WithoutDeal sum = WithoutDeal.NONE;
        for (int i = 0; i < STATE_COUNTS; i++) {
            Instant at = latest.minus(MONTH.multipliedBy(i));
            sum = sum.plus(source.withoutDeal(at, at.plus(horizon)));
        }
        return sum;
    }

    private Calibration calibration(String whose, Survey survey, List<Observation> observations) {
        Calibration base = Calibration.baseRate(survey.matured(), survey.closed(), profile.outcome());
        if (observations.stream().noneMatch(Observation::won)
                || observations.stream().allMatch(Observation::won)) {
            return base;
        }
        CalibrationLearner.Learnt learnt = CalibrationLearner.learn(observations);
        notes.add("The probability of the " + whose + " is "
                + learnt.curve().shape().name().toLowerCase(Locale.ROOT)
                + ", from " + observations.size() + " looks at resolved deals; log loss of each shape out of time: "
                + learnt.losses().entrySet().stream()
                        .map(loss -> loss.getKey().toLowerCase(Locale.ROOT) + " " + Judge.number(loss.getValue()))
                        .collect(Collectors.joining(", "))
                + (learnt.windowStart() == Long.MIN_VALUE
                        ? ""
                        : "; the rate changed, so that it is taken from "
                                + Instant.ofEpochMilli(learnt.windowStart()).truncatedTo(ChronoUnit.DAYS) + " on")
                + ".");
        return new Calibration(
                base.baseRate(), base.resolvedDeals(), base.wonDeals(), true, base.horizonDays(), learnt.curve());
    }

    private WeightSet draft(
            String origin,
            Survey survey,
            ComponentWeights componentWeights,
            Map<String, Double> signalWeights,
            CohortRates cohorts,
            Instant countedAt,
            Calibration calibration,
            @Nullable Map<String, ValueRange> ranges) {
        Map<String, Long> counts = new LinkedHashMap<>(survey.counts());
        return new WeightSet(
                0,
                countedAt,
                incumbent.modelVersion(),
                profile,
                componentWeights,
                signalWeights,
                cohorts,
                calibration,
                Provenance.here(
                        origin,
                        now.minus(options.history()),
                        now,
                        counts,
                        profile.fingerprint(),
                        options.seed(),
                        options.named()),
                incumbent.thresholds(),
                ranges);
    }

    private static double logOdds(double rate) {
        return StrictMath.log(rate / (1 - rate));
    }
}
