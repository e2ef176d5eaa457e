package io.leadscore.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a deal.
 *
 * @param amount in the account's currency
 * @param closedAt when the deal was closed or, while it is open, is expected to close
 * @param pipeline HubSpot's pipeline id
 * @param stage HubSpot's stage id
 * @param stageProbability the stage's chance of winning in [0, 1], as the account's pipeline says
 * @param outcome whether it is open, won or lost
 * @param ownerId id of the owner, a HubSpot user
 * @param custom declared custom signals' values by property name; an absent key is an unknown value
 */
public record DealFacts(
        long id,
        Instant createdAt,
        Instant modifiedAt,
        @Nullable Double amount,
        @Nullable Instant closedAt,
        @Nullable String pipeline,
        @Nullable String stage,
        @Nullable Double stageProbability,
        Outcome outcome,
        @Nullable Long ownerId,
        Map<String, String> custom)
        implements Facts {

    public DealFacts {
        custom = Map.copyOf(custom);
    }

    @Override
    public ObjectType type() {
        return ObjectType.DEALS;
    }

    /** Whether the deal was won or lost. */
    public boolean isClosed() {
        return outcome != Outcome.OPEN;
    }

    /** From creation to close; null while the deal is open, or when HubSpot's dates contradict each other. */
    public @Nullable Duration salesCycle() {
        return isClosed() && closedAt != null && !closedAt.isBefore(createdAt)
                ? Duration.between(createdAt, closedAt)
                : null;
    }
}
