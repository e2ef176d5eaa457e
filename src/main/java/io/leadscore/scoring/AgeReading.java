package io.leadscore.scoring;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Lead;
import io.leadscore.lead.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a lead stands with deals, and for how long, in whole days at the beginning of a step, so that it stays the same until
 * the next one.
 *
 * @param state how it stands
 * @param days since the newest open deal was created; of a lead that never had a deal, since the contact was; else 0
 */
record AgeReading(DealState state, int days) {

    static final String DEAL_AGE = "deal_age";
    static final String LEAD_AGE = "lead_age";

    /** @param outcome where contacts succeed, all are as if they had no deal */
    static AgeReading of(Lead lead, OutcomeKind outcome, Instant at) {
        if (outcome.isOfContacts() || lead.deals().isEmpty()) {
            return new AgeReading(DealState.NONE, days(lead.contact().createdAt(), at));
        }
        DealFacts open = newestOpen(lead);
        return open == null
                ? new AgeReading(DealState.CLOSED, 0)
                : new AgeReading(DealState.OPEN, days(open.createdAt(), at));
    }

    /** What the age gives, as a contribution; null where it gives nothing to anybody. */
    @Nullable
    Contribution contribution(ProbabilityCurve curve, ScoreLine line, OutcomeKind outcome) {
        List<AgeOffset> bands = curve.bands(state);
        if (line.perLogOdds() == 0 || bands.isEmpty()) {
            return null;
        }
        int band = AgeOffset.band(bands, days);
        String withoutDeal = outcome.isOfContacts() ? "known for " : "known without a deal for ";
        int most = bands.stream()
                .mapToInt(one -> line.ageHundredths(one.logOdds()))
                .max()
                .orElse(0);
        return new Contribution(
                state == DealState.OPEN ? DEAL_AGE : LEAD_AGE,
                Component.RECENCY,
                null,
                line.ageHundredths(bands.get(band).logOdds()),
                Math.max(0, most),
                0,
                (state == DealState.OPEN ? "deal open for " : withoutDeal) + span(bands, band));
    }

    private static String span(List<AgeOffset> bands, int band) {
        int from = bands.get(band).fromDays();
        if (band + 1 == bands.size()) {
            return from + " days or more";
        }
        int to = bands.get(band + 1).fromDays();
        return to == from + 1 ? Numbers.count(from, "day") : from + " to " + (to - 1) + " days";
    }

    private static int days(Instant since, Instant at) {
        return (int) Math.max(0, Duration.between(since, at).toDays());
    }

    private static @Nullable DealFacts newestOpen(Lead lead) {
        DealFacts newest = null;
        for (DealFacts deal : lead.deals()) {
            newest = deal.outcome() == Outcome.OPEN ? deal : newest;
        }
        return newest;
    }
}
