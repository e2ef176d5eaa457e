package io.leadscore.learning;

import io.leadscore.scoring.Composition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Judges a candidate on the newest deals, and decides by a rule that was fixed before. */
final class Judge {

    /**
     * So many deals, and half of all, and so many of each outcome, of companies not learnt from are enough to judge by them
     * alone. Fewer would no more be what sales will see.
     */
    private static final int LEAST_UNSEEN = 100;

    private static final int LEAST_OF_EACH = 10;
    private static final int LEAST_IN_SEGMENT = 50;
    /** Above that a candidate has most likely read what the outcome wrote. */
    private static final double TOO_GOOD = 0.95;

    private static final double TENTH = 0.1;
    private static final double FIFTH = 0.2;
    /** Slopes are believed to be not much larger than 10, in log odds for a full score. */
    private static final double SLOPES = 0.01;

    private final PromotionRule rule;
    private final long seed;
    private final List<Example> fitted;
    private final List<Example> judged;
    private final boolean unseenOnly;

    Judge(PromotionRule rule, long seed, List<Example> examples) {
        this.rule = rule;
        this.seed = seed;
        this.fitted = examples.stream().filter(one -> !one.judged()).toList();
        Set<Long> seen = new HashSet<>();
        fitted.forEach(one -> seen.add(one.group()));
        List<Example> newest = examples.stream().filter(Example::judged).toList();
        List<Example> unseen =
                newest.stream().filter(one -> !seen.contains(one.group())).toList();
        this.unseenOnly = unseen.size() >= Math.max(LEAST_UNSEEN, newest.size() / 2) && speaks(unseen);
        this.judged = unseenOnly ? unseen : newest;
    }

    /** Whether there are deals enough of both outcomes to judge by. */
    boolean canJudge() {
        return speaks(judged) && speaks(fitted);
    }

    Evaluation judge(Composition candidate, Composition incumbent, Composition defaults, Instant from) {
        List<Model> models = List.of(
                new Model(Evaluation.CANDIDATE, candidate, Example::candidate, late -> late.candidate()),
                new Model(Evaluation.INCUMBENT, incumbent, Example::incumbent, late -> late.incumbent()),
                new Model(Evaluation.DEFAULTS, defaults, Example::incumbent, late -> late.incumbent()));
        boolean[] won = won(judged);
        long[] groups = judged.stream().mapToLong(Example::group).toArray();
        PairedBootstrap bootstrap = new PairedBootstrap(won, groups, rule.draws(), seed);
        Map<String, double[]> predicted = new TreeMap<>();
        Map<String, double[]> ranked = new TreeMap<>();
        List<ModelMetrics> metrics = new ArrayList<>();
        for (Model model : models) {
            double[] probabilities = model.probabilities();
            double[] scores = model.scores();
            predicted.put(model.name(), probabilities);
            ranked.put(model.name(), scores);
            metrics.add(metrics(model.name(), scores, probabilities, won, bootstrap, model.lateRocAuc()));
        }
        double[] base = new double[judged.size()];
        Arrays.fill(base, new Predictions(base, won).rate());
        predicted.put(Evaluation.BASE_RATE, base);
        ranked.put(Evaluation.BASE_RATE, base);
        metrics.add(metrics(Evaluation.BASE_RATE, base, base, won, bootstrap, Double.NaN));
        List<Comparison> comparisons = new ArrayList<>();
        for (String other : List.of(Evaluation.INCUMBENT, Evaluation.DEFAULTS, Evaluation.BASE_RATE)) {
            comparisons.add(new Comparison(
                    other,
                    bootstrap.rocAuc(of(ranked, Evaluation.CANDIDATE), of(ranked, other)),
                    bootstrap.logLossSaved(of(predicted, Evaluation.CANDIDATE), of(predicted, other))));
        }
        return new Evaluation(
                from,
                judged.size(),
                new Predictions(base, won).wins(),
                unseenOnly,
                metrics,
                comparisons,
                segments(predicted));
    }

    /** The decision on what was seen. */
    static Verdict decide(PromotionRule rule, Evaluation evaluation) {
        List<String> against = new ArrayList<>();
        if (isTooGood(evaluation)) {
            against.add("It foretells nearly every outcome (ROC AUC "
                    + number(evaluation.model(Evaluation.CANDIDATE).rocAuc().value())
                    + "), as no honest property does: look for one that is filled in when a deal is closed.");
        }
        Comparison incumbent = evaluation.against(Evaluation.INCUMBENT);
        if (!(incumbent.rocAuc().sureness() >= rule.likelihood()
                && incumbent.rocAuc().value() > 0)) {
            against.add("It does not clearly rank better than the incumbent: " + gain(incumbent.rocAuc()) + ".");
        }
        if (!(incumbent.logLossSaved().value() >= 0)) {
            against.add("It foretells worse than the incumbent by "
                    + number(-incumbent.logLossSaved().value()) + " of log loss.");
        }
        Comparison base = evaluation.against(Evaluation.BASE_RATE);
        if (!(base.rocAuc().sureness() >= rule.sureness() && base.logLossSaved().value() > 0)) {
            against.add("It does not surely tell deals that are won from those that are lost: ROC AUC plausible from "
                    + number(0.5 + base.rocAuc().low()) + " on.");
        }
        double behind = -evaluation.against(Evaluation.DEFAULTS).rocAuc().value();
        if (!(behind <= rule.aucSlack())) {
            against.add("It ranks worse than the profile's own weights by " + number(behind) + " of ROC AUC.");
        }
        return against.isEmpty()
                ? new Verdict(
                        Verdict.Decision.PROMOTE,
                        List.of("It ranks better than the incumbent on deals that nothing was learnt from: "
                                + gain(incumbent.rocAuc()) + "."))
                : new Verdict(Verdict.Decision.KEEP, against);
    }

    /** Whether the candidate has most likely read what the outcome wrote. */
    static boolean isTooGood(Evaluation evaluation) {
        return evaluation.model(Evaluation.CANDIDATE).rocAuc().value() > TOO_GOOD;
    }

    private static String gain(Difference gain) {
        return "ROC AUC " + (gain.value() < 0 ? "" : "+") + number(gain.value()) + ", plausible from "
                + number(gain.low()) + " to " + number(gain.high());
    }

    static String number(double value) {
        long thousandths = Math.round(Math.abs(value) * 1_000);
        String digits = thousandths / 1_000 + "."
                + String.valueOf(1_000 + thousandths % 1_000).substring(1);
        return (value < 0 && thousandths > 0 ? "-" : "") + digits;
    }

    private static ModelMetrics metrics(
            String name,
            double[] scores,
            double[] probabilities,
            boolean[] won,
            PairedBootstrap bootstrap,
            double lateRocAuc) {
        Predictions predictions = new Predictions(probabilities, won);
        return new ModelMetrics(
                name,
                bootstrap.rocAuc(scores),
                predictions.prAuc(),
                predictions.logLoss(),
                predictions.brier(),
                predictions.calibrationError(),
                predictions.precisionAt(TENTH),
                predictions.precisionAt(FIFTH),
                predictions.liftAt(TENTH),
                predictions.liftAt(FIFTH),
                lateRocAuc,
                predictions.reliability());
    }

    private static double[] of(Map<String, double[]> byModel, String model) {
        return byModel.getOrDefault(model, new double[0]);
    }

    private List<SegmentMetrics> segments(Map<String, double[]> predicted) {
        Map<String, Map<String, List<Integer>>> parts = new TreeMap<>();
        for (int i = 0; i < judged.size(); i++) {
            int index = i;
            judged.get(i).cohorts().forEach((dimension, value) -> parts.computeIfAbsent(
                            dimension, unused -> new TreeMap<>())
                    .computeIfAbsent(value, unused -> new ArrayList<>())
                    .add(index));
        }
        List<SegmentMetrics> segments = new ArrayList<>();
        parts.forEach((dimension, values) -> values.forEach((value, indexes) -> {
            Predictions ours = part(of(predicted, Evaluation.CANDIDATE), indexes);
            if (ours.size() >= LEAST_IN_SEGMENT) {
                segments.add(new SegmentMetrics(
                        dimension,
                        value,
                        ours.size(),
                        ours.wins(),
                        Arrays.stream(ours.probabilities()).average().orElse(Double.NaN),
                        ours.rocAuc(),
                        part(of(predicted, Evaluation.INCUMBENT), indexes).rocAuc()));
            }
        }));
        return segments;
    }

    private Predictions part(double[] probabilities, List<Integer> indexes) {
        double[] part = new double[indexes.size()];
        boolean[] won = new boolean[part.length];
        for (int i = 0; i < part.length; i++) {
            part[i] = probabilities[indexes.get(i)];
            won[i] = judged.get(indexes.get(i)).won();
        }
        return new Predictions(part, won);
    }

    private static boolean[] won(List<Example> examples) {
        boolean[] won = new boolean[examples.size()];
        for (int i = 0; i < won.length; i++) {
            won[i] = examples.get(i).won();
        }
        return won;
    }

    private static boolean speaks(List<Example> examples) {
        long wins = examples.stream().filter(Example::won).count();
        return wins >= LEAST_OF_EACH && examples.size() - wins >= LEAST_OF_EACH;
    }

    /**
     * A way to score. It ranks by its score; it foretells by a logistic on its score, learnt from the deals that are not
     * judged.
     */
    private final class Model {

        private final String name;
        private final Composition composition;
        private final Function<Example, double[]> values;
        private final Function<Example.Late, double[]> lateValues;

        Model(
                String name,
                Composition composition,
                Function<Example, double[]> values,
                Function<Example.Late, double[]> lateValues) {
            this.name = name;
            this.composition = composition;
            this.values = values;
            this.lateValues = lateValues;
        }

        String name() {
            return name;
        }

        double[] scores() {
            return judged.stream()
                    .mapToDouble(one -> composition.score(components(one)))
                    .toArray();
        }

        /**
         * What is foretold, centred on the rate of the newest slice, as the base rate is: closed deals of the last weeks are
         * a biased sample, for wins close early, and the probability's level is learnt apart from the weights.
         */
        double[] probabilities() {
            double[][] rows = fitted.stream().map(this::row).toArray(double[][]::new);
            LogisticFit slopes = LogisticFit.of(rows, won(fitted), Prior.around(new double[rows[0].length], SLOPES));
            return Level.centred(
                    judged.stream().mapToDouble(one -> slopes.logOdds(row(one))).toArray(),
                    new Predictions(new double[judged.size()], won(judged)).rate());
        }

        double lateRocAuc() {
            List<Example> slow =
                    judged.stream().filter(one -> one.late().isKnown()).toList();
            double[] scores = slow.stream()
                    .mapToDouble(one -> score(lateValues.apply(one.late())))
                    .toArray();
            return speaks(slow) ? new Predictions(scores, won(slow)).rocAuc() : Double.NaN;
        }

        private double[] row(Example one) {
            return new double[] {composition.score(components(one))};
        }

        private double[] components(Example one) {
            return composition.components(values.apply(one));
        }

        private double score(double[] signals) {
            return composition.score(composition.components(signals));
        }
    }
}
