package io.leadscore.learning;

import io.leadscore.lead.Lead;
import io.leadscore.learning.DealSource.WithoutDeal;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.Prospect;
import io.leadscore.scoring.Scale;
import io.leadscore.scoring.Segment;
import io.leadscore.scoring.SegmentModel;
import io.leadscore.scoring.Segmentation;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Levels and scales one way to score: the common weights, with or without some of segments beside them. Leads without a deal
 * get the same levels in all segments, and all leads share one scale. Not thread-safe.
 */
final class Levelling {

    private final WeightSet common;
    private final Segmentation segmentation;
    private final List<Side> sides = new ArrayList<>();
    private final int[] sideOf;
    private final StateLevels levels;
    private final List<Prospect> queue = new ArrayList<>();
    private final List<Integer> queueSides = new ArrayList<>();

    /** Weights with all that reads by them. */
    private record Side(@Nullable SegmentModel own, LeadScorer scorer, ProbabilityCurve curve) {}

    /** @param own weights of segments; none: all leads are read by the common ones */
    Levelling(WeightSet common, List<SegmentModel> own, FitInsights insights) {
        this.common = common;
        this.segmentation = new Segmentation(common.profile());
        this.levels = new StateLevels(common.calibration());
        this.sideOf = new int[segmentation.segments().size()];
        sides.add(new Side(null, new LeadScorer(common, insights), StateLevels.withoutLevels(common.calibration())));
        for (SegmentModel model : own) {
            List<String> names =
                    segmentation.segments().stream().map(Segment::name).toList();
            sideOf[names.indexOf(model.segment())] = sides.size();
            sides.add(new Side(
                    model, new LeadScorer(model.in(common), insights), StateLevels.withoutLevels(model.calibration())));
        }
    }

    /**
     * Adds a lead of today.
     *
     * @param itsLevel whether the level of its state is drawn by it
     * @param queued whether the scale is
     */
    void add(Lead lead, boolean itsLevel, boolean queued) {
        int segment = sides.size() == 1 ? Segmentation.NONE : segmentation.of(lead);
        int side = segment == Segmentation.NONE ? 0 : sideOf[segment];
        Prospect prospect = sides.get(side).scorer().prospect(lead);
        if (itsLevel) {
            levels.add(prospect, sides.get(side).curve());
        }
        if (queued) {
            queue.add(prospect);
            queueSides.add(side);
        }
    }

    /**
     * The weight set at these levels and on this scale.
     *
     * @param before the scale that is kept as long as it serves; null: a new one
     */
    WeightSet levelledAndScaled(WithoutDeal counted, @Nullable Scale before) {
        StateLevels.Found found = levels.find(counted);
        WeightSet levelled = common.withCalibration(found.on(common.calibration()), common.scale());
        List<SegmentModel> own = new ArrayList<>();
        List<WeightSet> by = new ArrayList<>(List.of(levelled));
        for (Side side : sides) {
            if (side.own() != null) {
                SegmentModel model =
                        side.own().withCalibration(found.on(side.own().calibration()));
                own.add(model);
                by.add(model.in(levelled));
            }
        }
        List<Foretold> leads = new ArrayList<>();
        for (int i = 0; i < queue.size(); i++) {
            leads.add(new Foretold(queue.get(i), by.get(queueSides.get(i))));
        }
        WeightSet scaled = levelled.withScale(new ScaleLearner(levelled, leads).learn(before));
        return own.isEmpty() ? scaled : scaled.withSegments(own);
    }
}
