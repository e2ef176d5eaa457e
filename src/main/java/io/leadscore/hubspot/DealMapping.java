package io.leadscore.hubspot;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes facts of a deal. */
final class DealMapping {

    /** A close date before this was never one: it is the beginning of somebody's clock. */
    private static final Instant EARLIEST_CLOSE = Instant.parse("2000-01-01T00:00:00Z");

    /** People write the day, at whatever hour and in whatever zone. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private final StageLookup stages;
    private final HomeCurrency currency;

    DealMapping(StageLookup stages, HomeCurrency currency) {
        this.stages = stages;
        this.currency = currency;
    }

    DealFacts map(FactsMapping.Origin origin, PropertyValues values, Map<String, String> custom) {
        String stageId = values.text("dealstage");
        DealStage stage = stageId == null ? null : stages.find(stageId);
        Outcome outcome = stage == null ? ownOutcome(values) : stage.outcome();
        Instant closes = closeDate(values);
        Instant settled = outcome == Outcome.OPEN ? null : settledAt(origin, values, closes);
        return new DealFacts(
                origin.id(),
                origin.createdAt(),
                origin.modifiedAt(),
                amount(values),
                settled == null ? closes : closedAt(values, closes, settled),
                values.choice("pipeline"),
                stage == null ? values.choice("dealstage") : stageId,
                stage == null ? null : stage.probability(),
                outcome,
                RecordId.parse(values.text("hubspot_owner_id")),
                custom,
                settled);
    }

    /** What the deal says of itself: where its stage is not known, or was last read before the deal changed. */
    private static Outcome ownOutcome(PropertyValues values) {
        if (values.flag("hs_is_closed_won")) {
            return Outcome.WON;
        }
        return values.flag("hs_is_closed") ? Outcome.LOST : Outcome.OPEN;
    }

    /** Amounts in several currencies compare in the account's own alone. */
    private @Nullable Double amount(PropertyValues values) {
        Double home = values.decimal("amount_in_home_currency");
        Double amount = values.decimal("amount");
        if (home != null || amount == null) {
            return home;
        }
        String code = values.text("deal_currency_code");
        return code == null || currency.isHome(code) ? amount : null;
    }

    private static @Nullable Instant closeDate(PropertyValues values) {
        Instant closes = values.instant("closedate");
        return closes == null || closes.isBefore(EARLIEST_CLOSE) ? null : closes;
    }

    /**
     * When a closed deal came into its stage; if HubSpot does not say, its close date, unless that is still a plan: then
     * the record's last change, which it can only have been before.
     */
    private static Instant settledAt(FactsMapping.Origin origin, PropertyValues values, @Nullable Instant closes) {
        Instant modified = origin.modifiedAt();
        Instant entered = values.instant("hs_v2_date_entered_current_stage");
        if (entered != null && !entered.isAfter(modified)) {
            return entered;
        }
        return closes != null && !closes.isAfter(modified) ? closes : modified;
    }

    private static @Nullable Instant closedAt(PropertyValues values, @Nullable Instant closes, Instant settled) {
        if (closes == null) {
            return values.instant("closedate") == null ? null : settled;
        }
        return closes.isAfter(settled.plus(TOLERANCE)) ? settled : closes;
    }
}
