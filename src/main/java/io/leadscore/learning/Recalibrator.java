package io.leadscore.learning;

import io.leadscore.learning.DealSource.WithoutDeal;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.ComponentWeights;
import io.leadscore.scoring.Composition;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.OutcomeKind;
import io.leadscore.scoring.Provenance;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.SignalReader;
import io.leadscore.scoring.ValueRange;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Learns a candidate from the closed deals of an account, judges it against the incumbent, and learns the close probability
 * of whichever is to score. The same deals, options and incumbent give the same result to the bit. Not thread-safe.
 */
public final class Recalibrator {

    /** Cohorts are counted anew when there are so many times as many deals. */
    private static final double GROWN = 1.05;

    private final RecalibrationOptions options;
    private final WeightSet incumbent;
    private final ScoringProfile profile;
    private final Instant now;
    private final List<SignalKey> signals;
    private final FitInsights insights;
    private final boolean toldAnew;
    private final Consumer<String> progress;
    private final List<String> notes = new ArrayList<>();

    /**
     * Learns under the live weight set's own AI.
     *
     * @param options what the operator decided
     * @param incumbent the live weight set
     * @param insights what the AI said under the live weight set's context
     * @param now until when facts are known
     * @param progress told the name of each phase as it begins
     */
    public Recalibrator(
            RecalibrationOptions options,
            WeightSet incumbent,
            FitInsights insights,
            Instant now,
            Consumer<String> progress) {
        this(options, incumbent, incumbent.ai(), insights, now, progress);
    }

    /**
     * Learns under an AI that may be told something else than the live weight set's: then whatever is to score is a new
     * weight set.
     *
     * @param ai what the AI is told; null: there is none
     * @param insights what the AI said under it
     */
    public Recalibrator(
            RecalibrationOptions options,
            WeightSet live,
            @Nullable AiContext ai,
            FitInsights insights,
            Instant now,
            Consumer<String> progress) {
        this.options = options;
        this.toldAnew = !Objects.equals(live.ai(), ai);
        this.incumbent = toldAnew ? live.withAi(ai) : live;
        this.profile = incumbent.profile();
        this.insights = insights;
        this.now = now;
        this.signals = SignalReader.signals(profile);
        this.progress = progress;
    }

    /** Learns and judges. */
    public Recalibration run(DealSource source) {
        progress.accept("survey");
        DealSource deals = new KeptDeals(source);
        Survey survey = Survey.of(deals, profile, options, now);
        OutcomeKind outcome = profile.outcome().kind();
        if (outcome.isOfContacts()) {
            notes.add(
                    "What is said of deals is said of contacts: each counts as a deal that was made when the contact became"
                            + " known, and success is that " + outcome.success() + ".");
        }
        notes.add("Taken to have been then what they are today: " + options.statics() + ".");
        notes.add("Deals are taken to be resolved at an age of "
                + survey.resolvedAge().toDays() + " days.");
        return survey.isEnough() ? learn(survey, deals) : notEnough(survey);
    }

    private Recalibration notEnough(Survey survey) {
        Calibrating calibrating = new Calibrating(survey, profile.outcome(), notes);
        boolean moved = calibrating.rateMovedFrom(incumbent.calibration()) || toldAnew;
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
                        calibrating.base(),
                        incumbent.ranges())
                : null;
        return new Recalibration(
                new Assessment(verdict, null, survey.counts(), notes, null, null), null, renewed, WithoutDeal.NONE);
    }

    private Recalibration learn(Survey survey, DealSource source) {
        Blocks blocks = survey.blocks();
        List<Instant> instants = new ArrayList<>(blocks.starts());
        instants.add(now);
        Structure old = new Structure(incumbent, CohortScheme.of(incumbent.cohorts()), false, instants, insights);
        Structure fresh = new Structure(incumbent, survey.scheme(), true, instants, insights);
        progress.accept("count");
        Structure.count(source, old, fresh);
        progress.accept("collect");
        Collector collector = new Collector(survey, old, fresh);
        Filling filling = new Filling(profile, now);
        source.forEachHistory(history -> {
            collector.add(history);
            filling.add(history);
        });
        List<Example> examples = collector.examples();
        AiDecision ai = ai(examples);
        progress.accept("fit");
        List<Example> fitted = examples.stream().filter(one -> !one.judged()).toList();
        Doubts doubts = new Doubts();
        doubts.lookAtEach(signals, fitted);
        filling.tell(doubts);
        WeightSet decided = ai.changes() ? incumbent.withSignalWeights(ai.signalWeights()) : incumbent;
        Sifting.Sifted sifted = new Sifting(
                        doubted -> new CandidateLearner(
                                decided, signals, collector.index(), survey.scheme(), doubted, options.limits()),
                        doubts,
                        collector.openDeals(),
                        profile.customSignals())
                .learn(collector.fittedLooks(), fitted);
        CandidateLearner learner = sifted.learner();
        LearntWeights proven = sifted.proven();
        notes.addAll(doubts.notes());
        progress.accept("judge");
        Evaluation evaluation = evaluation(examples, proven, blocks, doubts);
        progress.accept("fit again");
        LearntWeights learnt = learner.learn(collector.looks(), examples, proven);
        notes.addAll(learnt.notes());
        notes.add(
                "What is judged was learnt from the deals before the newest ones; what is to score was then learnt in the"
                        + " same way from all of them.");
        progress.accept("calibrate");
        Calibrating calibrating = new Calibrating(survey, profile.outcome(), notes);
        List<Snapshot> snapshots = collector.snapshots();
        List<Observation> unseen = new UnseenDeals(learner, proven, collector.looks(), examples, blocks).of(snapshots);
        Calibration ofCandidate = calibrating.learn(
                Evaluation.CANDIDATE,
                snapshots.stream().map(learnt::observed).toList(),
                CalibrationLearner.Proven.of(unseen, proven, learnt, false));
        Renewal renewal = new Renewal(incumbent, signals, doubts.without(ai.signalWeights(), signals));
        List<Observation> asIncumbent = renewal.observed(snapshots, proven);
        Calibration ofIncumbent = calibrating.learn(Evaluation.INCUMBENT, asIncumbent, null);
        Verdict verdict = Verdict.of(options, evaluation, sifted.doubt());
        SegmentLearner segments =
                new SegmentLearner(options, decided, signals, survey, collector, doubts.signals(), calibrating);
        segments.learn(
                examples,
                SegmentLearner.Common.of(verdict, renewal, proven),
                new SegmentLearner.Learnt(proven, learnt),
                progress);
        CohortRates counted = fresh.latest().withEffects(learnt.effects());
        WeightSet candidate = draft(
                        Recalibration.LEARNT,
                        survey,
                        learnt.componentWeights(),
                        learnt.signalWeights(),
                        counted,
                        now,
                        ofCandidate,
                        learnt.ranges())
                .withSegments(segments.models());
        WeightSet renewed = draft(
                        Recalibration.RENEWED,
                        survey,
                        incumbent.componentWeights(),
                        renewal.signalWeights(),
                        counted,
                        now,
                        ofIncumbent,
                        renewal.ranges(learnt.effects()))
                .withSegments(segments.models());
        boolean moved = toldAnew
                || ai.changes()
                || segments.changes()
                || !renewal.signalWeights().equals(incumbent.signalWeights())
                || isOutdated(fresh.latest(), ofIncumbent)
                || Calibrating.differs(incumbent.calibration(), ofIncumbent, asIncumbent);
        return new Recalibration(
                new Assessment(verdict, evaluation, survey.counts(), notes, null, ai.evaluation(), segments.report()),
                candidate,
                moved ? renewed : null,
                StateLevels.counted(source, profile.outcome().horizon(), survey.resolvedAge(), now));
    }

    /**
     * The candidate on the newest deals, which it has not seen; null: these are too few to judge by. What is doubted is
     * taken from the others, too: it would be if they were kept.
     */
    private @Nullable Evaluation evaluation(
            List<Example> examples, LearntWeights proven, Blocks blocks, Doubts doubts) {
        Renewal renewal = new Renewal(incumbent, signals, doubts.without(incumbent.signalWeights(), signals));
        List<Example> read = examples.stream()
                .map(one -> one.as(
                        (old, honest, levels) -> renewal.asNow(old, honest, levels, proven),
                        (old, honest, levels) -> proven.values(honest, levels)))
                .toList();
        Judge judge = new Judge(options.promotion(), options.seed(), read);
        return judge.canJudge() ? judge.judge(proven.sum(), renewal.sum(), defaults(doubts), blocks.split()) : null;
    }

    /** What closed deals say of the AI; nothing where there is none. */
    private AiDecision ai(List<Example> examples) {
        if (incumbent.ai() == null) {
            return AiDecision.of(incumbent, null);
        }
        progress.accept("judge the AI");
        AiDecision decision = AiDecision.of(
                incumbent, new AiWorth(profile, signals, options.promotion(), options.seed()).evaluate(examples));
        notes.add(decision.sentence());
        return decision;
    }

    /** Whether many deals were closed since the incumbent's were counted, or its probability can be learnt for the first time. */
    private boolean isOutdated(CohortRates counted, Calibration learnt) {
        int before = incumbent.cohorts().total().deals();
        return (learnt.enoughData() && !incumbent.calibration().enoughData())
                || counted.total().deals() > GROWN * before;
    }

    private Composition defaults(Doubts doubts) {
        return new Composition(signals, doubts.without(WeightSet.defaultWeights(profile), signals), profile.weights());
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
                ranges,
                null,
                incumbent.ai());
    }
}
