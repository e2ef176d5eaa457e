package io.leadscore.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log odds of winning within the horizon: an intercept, what the score (or its components) adds, and what the state and
 * the age of the deal add. Immutable.
 *
 * @param shape how the score enters
 * @param intercept log odds of a lead with a new deal of which nothing speaks
 * @param coefficients of the shape's {@link Shape#features}, 0 or more each
 * @param knots of an isotonic curve, ascending by score; empty otherwise
 * @param ages of an open deal, ascending, beginning with 0 days; may be empty
 * @param withoutDeal added for a lead that never had a deal
 * @param afterDeals added for a lead with closed deals only
 * @param leadAges of a lead that never had a deal, ascending, beginning with 0 days, the likeliest at 0 log odds; null: not
 *     learnt
 * @param covariance of intercept, coefficients and all ages but the first, row by row: the inverse of the Hessian at the
 *     fit (Laplace's approximation); empty when it is not known
 */
public record ProbabilityCurve(
        Shape shape,
        double intercept,
        List<Double> coefficients,
        List<Knot> knots,
        List<AgeOffset> ages,
        double withoutDeal,
        double afterDeals,
        @Nullable List<AgeOffset> leadAges,
        List<Double> covariance) {

    /** The share of a standard normal distribution within 95 % of its middle. */
    private static final double NORMAL_95 = 1.959963984540054;

    /** Scores are kept this far from 0 and 1 where their logarithm is taken. */
    private static final double EDGE = 0.005;

    /** How the score enters the log odds. */
    public enum Shape {
        /** Not at all: everybody has the rate of the deal's state and age. */
        FLAT,
        /** Times a slope: Platt (1999). */
        LOGISTIC,
        /** By the logarithms of the score and of what is missing to the full score: Kull, Silva Filho, Flach (2017). */
        BETA,
        /** Each component times a slope of its own. */
        COMPONENTS,
        /** By a monotone curve: Zadrozny and Elkan (2002). */
        ISOTONIC;

        /** What the coefficients are multiplied by. */
        public double[] features(double score, List<Double> components) {
            return switch (this) {
                case FLAT, ISOTONIC -> new double[0];
                case LOGISTIC -> new double[] {score};
                case BETA -> {
                    double inside = Math.max(EDGE, Math.min(1 - EDGE, score));
                    yield new double[] {StrictMath.log(inside), -StrictMath.log(1 - inside)};
                }
                case COMPONENTS ->
                    components.stream().mapToDouble(Double::doubleValue).toArray();
            };
        }
    }

    public ProbabilityCurve {
        Check.require(Double.isFinite(intercept), "intercept must be a number");
        coefficients = List.copyOf(coefficients);
        knots = List.copyOf(knots);
        ages = List.copyOf(ages);
        leadAges = leadAges == null ? List.of() : List.copyOf(leadAges);
        covariance = List.copyOf(covariance);
    }

    /** The same rate for everybody, known as well as so many deals make it. */
    public static ProbabilityCurve flat(double rate, double deals) {
        return new ProbabilityCurve(
                Shape.FLAT,
                StrictMath.log(rate / (1 - rate)),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                List.of(),
                List.of(1 / (deals * rate * (1 - rate))));
    }

    /**
     * A curve of the same shape between this one and another.
     *
     * @param other with as many coefficients and ages; of an isotonic one all but its intercept and ages is taken
     * @param share 0: this one, 1: the other
     */
    public ProbabilityCurve towards(ProbabilityCurve other, double share) {
        List<Double> mixed = new ArrayList<>();
        for (int i = 0; i < coefficients.size(); i++) {
            mixed.add(between(coefficients.get(i), other.coefficients.get(i), share));
        }
        List<AgeOffset> mixedAges = new ArrayList<>();
        for (int i = 0; i < ages.size(); i++) {
            mixedAges.add(new AgeOffset(
                    ages.get(i).fromDays(),
                    between(ages.get(i).logOdds(), other.ages.get(i).logOdds(), share)));
        }
        return new ProbabilityCurve(
                shape,
                between(intercept, other.intercept, share),
                mixed,
                other.knots,
                mixedAges,
                withoutDeal,
                afterDeals,
                leadAges,
                other.covariance);
    }

    /**
     * The same with other levels for leads without an open deal.
     *
     * @param never added for a lead that never had a deal, at its likeliest age
     * @param leadAges added besides by its age; may be empty
     * @param closed added for a lead with closed deals only
     */
    public ProbabilityCurve withStates(double never, List<AgeOffset> leadAges, double closed) {
        return new ProbabilityCurve(shape, intercept, coefficients, knots, ages, never, closed, leadAges, covariance);
    }

    private static double between(double from, double to, double share) {
        return from + share * (to - from);
    }

    /** How much a full score adds to the log odds; 0 where scores say nothing. */
    public double slope() {
        Check.require(
                shape == Shape.FLAT || shape == Shape.LOGISTIC, "a curve of shape " + shape + " has no single slope");
        return shape == Shape.FLAT ? 0 : coefficients.get(0);
    }

    /** What the deal's state adds to the log odds, its age apart. */
    public double state(DealState state) {
        return switch (state) {
            case NONE -> withoutDeal;
            case CLOSED -> afterDeals;
            case OPEN -> 0;
        };
    }

    /** The log odds of winning. */
    public double logOdds(Prospect prospect) {
        return atEqualState(prospect) + state(prospect.state());
    }

    /** The log odds of winning, as if all leads had a deal, made today: the level of the deal's state is left out. */
    public double atEqualState(Prospect prospect) {
        double sum = intercept;
        if (shape == Shape.ISOTONIC) {
            sum += at(prospect.score()).logOdds();
        } else {
            double[] features = shape.features(prospect.score(), prospect.components());
            for (int i = 0; i < features.length; i++) {
                sum += coefficients.get(i) * features[i];
            }
        }
        return sum + age(prospect.state(), prospect.ageDays());
    }

    /** What the age of a lead or its deal adds to the log odds. */
    public double age(DealState state, int days) {
        List<AgeOffset> bands = bands(state);
        return bands.isEmpty() ? 0 : bands.get(AgeOffset.band(bands, days)).logOdds();
    }

    /** The ages that are told apart in a state; empty where age says nothing. */
    public List<AgeOffset> bands(DealState state) {
        return switch (state) {
            case OPEN -> ages;
            case NONE -> Check.present(leadAges, "lead-ages");
            case CLOSED -> List.of();
        };
    }

    /** How far the log odds may be from the truth, to either side, in 95 of 100 cases. */
    double margin(Prospect prospect) {
        if (shape == Shape.ISOTONIC) {
            return NORMAL_95 * at(prospect.score()).standardError();
        }
        List<Double> x = new ArrayList<>();
        x.add(1.0);
        for (double feature : shape.features(prospect.score(), prospect.components())) {
            x.add(feature);
        }
        int band = prospect.state() == DealState.OPEN ? AgeOffset.band(ages, prospect.ageDays()) : 0;
        for (int i = 1; i < ages.size(); i++) {
            x.add(i == band ? 1.0 : 0.0);
        }
        int size = x.size();
        if (covariance.size() != size * size) {
            return 0;
        }
        double variance = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                variance += x.get(i) * covariance.get(i * size + j) * x.get(j);
            }
        }
        return NORMAL_95 * Math.sqrt(Math.max(0, variance));
    }

    private Knot at(double score) {
        Knot before = knots.get(0);
        for (Knot knot : knots) {
            if (score < knot.score()) {
                double width = knot.score() - before.score();
                double part = width <= 0 || score <= before.score() ? 0 : (score - before.score()) / width;
                return new Knot(
                        score,
                        before.logOdds() + part * (knot.logOdds() - before.logOdds()),
                        Math.max(before.standardError(), knot.standardError()));
            }
            before = knot;
        }
        return before;
    }
}
