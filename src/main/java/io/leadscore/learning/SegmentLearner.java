package io.leadscore.learning;

import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.Composition;
import io.leadscore.scoring.Counts;
import io.leadscore.scoring.Matured;
import io.leadscore.scoring.Segment;
import io.leadscore.scoring.SegmentModel;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Learns weights of their own for the segments that have deals enough, as the candidate's are learnt but from a segment's
 * deals, of which is expected what was learnt of all; and keeps those that rank the segment's newest deals better than the
 * common weights do. Once a segment has its own, they stay for as long as they rank no worse. Not thread-safe.
 */
final class SegmentLearner {

    /** What is used already need not prove again that it is better, but that it is no worse. */
    private static final double NO_WORSE = 0.5;

    private final RecalibrationOptions options;
    private final WeightSet incumbent;
    private final List<SignalKey> signals;
    private final Survey survey;
    private final Collector collector;
    private final Set<String> setAside;
    private final Calibrating calibrating;
    private final List<SegmentModel> models = new ArrayList<>();
    private final List<SegmentVerdict> verdicts = new ArrayList<>();

    /**
     * The common weights that score where a segment has none.
     *
     * @param sum how their values add up
     * @param reading how they read a lead, by what was learnt without the newest deals
     */
    record Common(Composition sum, Example.Reading reading) {

        /** Those that are to score by the verdict. */
        static Common of(Verdict verdict, Renewal incumbent, LearntWeights candidate) {
            return verdict.decision() == Verdict.Decision.KEEP
                    ? new Common(
                            incumbent.sum(), (old, honest, levels) -> incumbent.asNow(old, honest, levels, candidate))
                    : new Common(candidate.sum(), (old, honest, levels) -> candidate.values(honest, levels));
        }
    }

    /**
     * What was learnt of all deals, which segments are expected to be like.
     *
     * @param proven without the newest deals
     * @param learnt with them
     */
    record Learnt(LearntWeights proven, LearntWeights learnt) {}

    /**
     * @param incumbent the live weight set, with what was decided of the AI
     * @param setAside names of the signals that are doubted
     */
    SegmentLearner(
            RecalibrationOptions options,
            WeightSet incumbent,
            List<SignalKey> signals,
            Survey survey,
            Collector collector,
            Set<String> setAside,
            Calibrating calibrating) {
        this.options = options;
        this.incumbent = incumbent;
        this.signals = signals;
        this.survey = survey;
        this.collector = collector;
        this.setAside = setAside;
        this.calibrating = calibrating;
    }

    /** Learns and judges; where the profile has no segments, nothing. */
    void learn(List<Example> examples, Common common, Learnt ofAll, Consumer<String> progress) {
        List<Segment> segments = survey.profile().segmentsInOrder();
        if (!segments.isEmpty()) {
            progress.accept("learn segments");
        }
        for (int i = 0; i < segments.size(); i++) {
            int segment = i;
            List<Example> its =
                    examples.stream().filter(one -> one.segment() == segment).toList();
            verdicts.add(learn(segment, segments.get(i).name(), its, common, ofAll));
        }
    }

    /** The weights of the segments that have their own. */
    List<SegmentModel> models() {
        return models;
    }

    /** Whether others have their own than before. */
    boolean changes() {
        return !SegmentModel.names(models).equals(SegmentModel.names(incumbent.segmentModels()));
    }

    /** What became of each; null: there are none. */
    @Nullable
    SegmentReport report() {
        return verdicts.isEmpty() ? null : new SegmentReport(verdicts, null);
    }

    private SegmentVerdict learn(int segment, String name, List<Example> examples, Common common, Learnt ofAll) {
        int won = collector.tally().won(segment);
        int lost = collector.tally().lost(segment);
        if (!Calibration.isEnough(won, lost)) {
            return SegmentVerdict.untried(
                    name,
                    won,
                    lost,
                    "too few deals: it takes " + Calibration.LEAST_RESOLVED + " closed ones, and "
                            + Calibration.LEAST_OF_EACH + " of either kind");
        }
        CandidateLearner learner = learner(name);
        List<Example> fitted = examples.stream().filter(one -> !one.judged()).toList();
        LearntWeights proven = learner.learn(of(segment, collector.fittedLooks()), fitted, null, ofAll.proven());
        List<Example> read = examples.stream()
                .map(one -> one.as(common.reading(), (old, honest, levels) -> proven.values(honest, levels)))
                .toList();
        Judge judge = new Judge(options.promotion(), options.seed(), read);
        if (!judge.canJudge()) {
            return SegmentVerdict.untried(name, won, lost, "its newest deals are too few of either kind to judge by");
        }
        Evaluation evaluation = judge.judge(
                proven.sum(), common.sum(), common.sum(), survey.blocks().split());
        boolean better = Judge.decide(rule(name), evaluation).decision() == Verdict.Decision.PROMOTE;
        SegmentModel model = better ? model(segment, name, examples, learner, proven, ofAll.learnt()) : null;
        if (model != null) {
            models.add(model);
        }
        return new SegmentVerdict(
                name,
                model != null,
                why(model != null, better, Judge.isTooGood(evaluation)),
                won,
                lost,
                evaluation.judgedDeals(),
                evaluation.model(Evaluation.CANDIDATE).rocAuc().value(),
                evaluation.model(Evaluation.INCUMBENT).rocAuc().value(),
                evaluation.against(Evaluation.INCUMBENT).logLossSaved().value());
    }

    private static String why(boolean used, boolean better, boolean tooGood) {
        if (used) {
            return "its own rank its newest deals better";
        }
        if (better) {
            return "its own say nothing of what comes later";
        }
        return tooGood
                ? "its own foretell nearly every outcome, as no honest property does"
                : "its own are not surely better on its newest deals";
    }

    private CandidateLearner learner(String name) {
        WeightSet own = incumbent.ai() == null ? incumbent.ofSegment(name) : null;
        return new CandidateLearner(
                own == null ? incumbent : own,
                signals,
                collector.index(),
                survey.scheme(),
                setAside,
                own == null ? options.limits().withoutStep() : options.limits());
    }

    /** Of many segments one may seem better by chance: the more there are, the surer each must be. */
    private PromotionRule rule(String name) {
        PromotionRule rule = options.promotion();
        int many = survey.profile().segmentsInOrder().size();
        boolean used = incumbent.ofSegment(name) != null;
        return new PromotionRule(
                used ? rule.sureness() : 1 - (1 - rule.sureness()) / many,
                used ? NO_WORSE : 1 - (1 - rule.likelihood()) / many,
                rule.aucSlack(),
                rule.judgedShare(),
                rule.draws());
    }

    /** Learnt from all deals; null where its chances do not rise with its score. */
    private @Nullable SegmentModel model(
            int segment,
            String name,
            List<Example> examples,
            CandidateLearner learner,
            LearntWeights proven,
            LearntWeights ofAll) {
        LearntWeights learnt = learner.learn(of(segment, collector.looks()), examples, proven, ofAll);
        learnt.notes().forEach(note -> calibrating.note("Segment " + name + ": " + note));
        List<Snapshot> looks = of(segment, collector.snapshots());
        long split = survey.blocks().split().toEpochMilli();
        List<Observation> unseen = looks.stream()
                .filter(one -> one.madeAt() >= split)
                .map(proven::observed)
                .toList();
        Calibration found = calibrating.learn(
                "segment " + name,
                looks.stream().map(learnt::observed).toList(),
                CalibrationLearner.Proven.of(unseen, proven, learnt, true));
        if (!found.enoughData() || !(found.known().slope() > 0)) {
            return null;
        }
        return new SegmentModel(
                name,
                learnt.componentWeights(),
                learnt.signalWeights(),
                learnt.effects(),
                learnt.ranges(),
                ofSegment(segment, found, looks));
    }

    /** The same curve beside the segment's own counts and rate. */
    private Calibration ofSegment(int segment, Calibration found, List<Snapshot> looks) {
        int made = 0;
        int wins = 0;
        for (Snapshot look : looks) {
            made += look.age() == 0 ? 1 : 0;
            wins += look.age() == 0 && look.won() ? 1 : 0;
        }
        Counts closed =
                new Counts(collector.tally().won(segment), collector.tally().lost(segment), 0, 0, 0, 0);
        Calibration base = Calibration.baseRate(
                new Matured(made, wins), closed, survey.profile().outcome());
        return new Calibration(base.baseRate(), closed.deals(), closed.won(), true, found.horizonDays(), found.known());
    }

    private static List<Snapshot> of(int segment, List<Snapshot> looks) {
        return looks.stream().filter(one -> one.segment() == segment).toList();
    }
}
