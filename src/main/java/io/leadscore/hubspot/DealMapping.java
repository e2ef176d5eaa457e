package io.leadscore.hubspot;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes facts of a deal. */
final class DealMapping {

    private DealMapping() {}

    static DealFacts map(
            FactsMapping.Origin origin, PropertyValues values, Map<String, String> custom, StageLookup stages) {
        String stageId = values.choice("dealstage");
        DealStage stage = stageId == null ? null : stages.find(stageId);
        return new DealFacts(
                origin.id(),
                origin.createdAt(),
                origin.modifiedAt(),
                values.decimal("amount"),
                values.instant("closedate"),
                values.choice("pipeline"),
                stageId,
                stage == null ? null : stage.probability(),
                outcome(values, stage),
                RecordId.parse(values.text("hubspot_owner_id")),
                custom);
    }

    /** The deal's own flags or its stage: either suffices, because the flags lag and a stage may be unknown. */
    private static Outcome outcome(PropertyValues values, @Nullable DealStage stage) {
        if (values.flag("hs_is_closed_won") || (stage != null && stage.won())) {
            return Outcome.WON;
        }
        return values.flag("hs_is_closed") || (stage != null && stage.closed()) ? Outcome.LOST : Outcome.OPEN;
    }
}
