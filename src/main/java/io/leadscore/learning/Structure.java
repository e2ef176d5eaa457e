package io.leadscore.learning;

import io.leadscore.lead.Lead;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.Dimension;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.SignalReader;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way to read signals, incumbent or candidate (whose values are not stretched yet), as it would have been at the beginning of each block: the same division
 * into cohorts, with the deals that were closed by then. Not thread-safe while deals are counted.
 */
final class Structure {

    private final WeightSet like;
    private final CohortScheme scheme;
    private final boolean learnsTrust;
    private final List<Instant> instants;
    private final FitInsights insights;
    private final List<CohortRates.Builder> counting = new ArrayList<>();
    private @Nullable SignalReader first;
    private @Nullable List<SignalReader> readers;
    private @Nullable List<LeadScorer> scorers;

    /**
     * @param like whose profile it is
     * @param scheme how deals are divided
     * @param learnsTrust whether the deals themselves say how far a cohort is trusted
     * @param instants when deals are counted: when the blocks begin, and now
     * @param insights what the AI said under the weight set's context
     */
    Structure(WeightSet like, CohortScheme scheme, boolean learnsTrust, List<Instant> instants, FitInsights insights) {
        this.like = like;
        this.scheme = scheme;
        this.learnsTrust = learnsTrust;
        this.instants = instants;
        this.insights = insights;
        ScoringProfile profile = like.profile();
        // The deal with which a block begins is not one of those before it.
        instants.forEach(instant -> counting.add(new CohortRates.Builder(profile, scheme, instant.minusMillis(1))));
    }

    List<CohortRates.Builder> counting() {
        return counting;
    }

    /** Counts all deals, open and closed, for several at once. */
    static void count(DealSource source, Structure... structures) {
        List<CohortRates.Builder> counting = new ArrayList<>();
        for (Structure structure : structures) {
            counting.addAll(structure.counting);
        }
        source.forEachClosed(deal -> counting.forEach(builder -> builder.add(deal)));
        source.forEachOpen(deal -> counting.forEach(builder -> builder.addOpen(deal)));
    }

    /** The signals of a lead, by the deals that were closed when the block began; before the first, by none. */
    double[] values(int block, Lead lead) {
        return reader(block).values(lead);
    }

    /** A lead, by the deals that were closed when the block began. */
    SignalReader.Reading read(int block, Lead lead) {
        return reader(block).read(lead);
    }

    /** Whether the AI says anything of a lead; of one as it was before what the AI learnt from it does not. */
    boolean seesAi(int block, Lead lead) {
        return like.ai() != null && reader(block).seesAi(lead);
    }

    private SignalReader reader(int block) {
        return block < 0 ? beforeAll() : since(block);
    }

    private SignalReader beforeAll() {
        SignalReader made = first;
        if (made == null) {
            ScoringProfile profile = like.profile();
            CohortRates none = new CohortRates.Builder(profile, scheme, instants.get(0)).build();
            made = new SignalReader(with(none, instants.get(0)), insights);
            first = made;
        }
        return made;
    }

    private SignalReader since(int block) {
        List<SignalReader> made = readers;
        if (made == null) {
            made = new ArrayList<>();
            for (int i = 0; i < instants.size(); i++) {
                made.add(new SignalReader(at(i), insights));
            }
            readers = made;
        }
        return made.get(block);
    }

    /** The points of a lead, by the deals that were closed when the block began. */
    int points(int block, Lead lead) {
        List<LeadScorer> made = scorers;
        if (made == null) {
            made = new ArrayList<>();
            for (int i = 0; i < instants.size(); i++) {
                made.add(new LeadScorer(at(i), insights));
            }
            scorers = made;
        }
        return made.get(block).points(lead);
    }

    Priority priority(int points) {
        return like.priority(points);
    }

    /** The cohorts as counted now. */
    CohortRates latest() {
        return at(instants.size() - 1).cohorts();
    }

    /** The weight set as it would have been at the beginning of a block, or now. */
    WeightSet at(int index) {
        return with(counting.get(index).build(), instants.get(index));
    }

    private WeightSet with(CohortRates counted, Instant at) {
        WeightSet made = new WeightSet(
                0,
                at,
                like.modelVersion(),
                like.profile(),
                like.componentWeights(),
                like.signalWeights(),
                learnsTrust ? trusted(counted) : counted,
                like.calibration(),
                like.provenance(),
                like.thresholds(),
                learnsTrust ? Map.of() : like.ranges(),
                learnsTrust ? null : like.scale(),
                like.ai());
        return like.segmentModels().isEmpty() ? made : made.withSegments(like.segmentModels());
    }

    private static CohortRates trusted(CohortRates counted) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        counted.dimensions().forEach((name, dimension) -> {
            Map<String, Double> trend = BandTrend.of(dimension);
            dimensions.put(
                    name,
                    new Dimension(
                            EmpiricalBayes.strength(dimension.values(), trend),
                            dimension.values(),
                            dimension.cuts(),
                            trend));
        });
        return new CohortRates(counted.total(), counted.matured(), dimensions);
    }
}
