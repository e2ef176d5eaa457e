package io.leadscore.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a deal.
 *
 * @param amount in the account's home currency
 * @param closedAt when the deal was closed or, while it is open, is expected to close; of a closed deal never later than
 *     {@code settledAt}, but for a day
 * @param pipeline HubSpot's pipeline id
 * @param stage HubSpot's stage id
 * @param stageProbability the stage's chance of winning in [0, 1], as the account's pipeline says
 * @param outcome whether it is open, won or lost
 * @param ownerId id of the owner, a HubSpot user
 * @param custom declared custom signals' values by property name; an absent key is an unknown value
 * @param settledAt when it became won or lost, as far as HubSpot tells; null while it is open, or when it is not known
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
        Map<String, String> custom,
        @Nullable Instant settledAt)
        implements Facts {

    /** People write the day, at whatever hour and in whatever zone. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    public DealFacts {
        custom = Map.copyOf(custom);
    }

    /** A deal of which it is not known when it became won or lost. */
    public DealFacts(
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
            Map<String, String> custom) {
        this(
                id,
                createdAt,
                modifiedAt,
                amount,
                closedAt,
                pipeline,
                stage,
                stageProbability,
                outcome,
                ownerId,
                custom,
                null);
    }

    /** The same deal where its stage means something else. */
    public DealFacts meaning(Outcome itsOutcome, double probability) {
        Instant settled = itsOutcome == Outcome.OPEN ? null : settledAt == null ? modifiedAt : settledAt;
        return new DealFacts(
                id,
                createdAt,
                modifiedAt,
                amount,
                closedAt,
                pipeline,
                stage,
                probability,
                itsOutcome,
                ownerId,
                custom,
                settled);
    }

    @Override
    public DealFacts withCustom(Map<String, String> other) {
        return new DealFacts(
                id,
                createdAt,
                modifiedAt,
                amount,
                closedAt,
                pipeline,
                stage,
                stageProbability,
                outcome,
                ownerId,
                other,
                settledAt);
    }

    /** The same closed deal, known to have been settled at another instant. */
    public DealFacts settled(Instant at) {
        return new DealFacts(
                id,
                createdAt,
                modifiedAt,
                amount,
                closedAt != null && closedAt.isAfter(at.plus(TOLERANCE)) ? at : closedAt,
                pipeline,
                stage,
                stageProbability,
                outcome,
                ownerId,
                custom,
                at);
    }

    /**
     * When a closed deal's lead was let go: when it became won or lost; of one that was closed before HubSpot had it, as
     * imported ones are, its close date. Null while the deal is open, or when nothing is known.
     */
    public @Nullable Instant endedAt() {
        if (!isClosed()) {
            return null;
        }
        boolean imported = closedAt != null && closedAt.isBefore(createdAt);
        return imported || settledAt == null ? closedAt : settledAt;
    }

    @Override
    public ObjectType type() {
        return ObjectType.DEALS;
    }

    /** Whether the deal was won or lost. */
    public boolean isClosed() {
        return outcome != Outcome.OPEN;
    }

    /** Whether it had been made and closed by then, by its close date; what is closed at that very instant was not. */
    boolean isClosedBefore(Instant instant) {
        return isClosed() && closedAt != null && closedAt.isBefore(instant) && !createdAt.isAfter(instant);
    }

    /** From creation to close; null while the deal is open, or when HubSpot's dates contradict each other. */
    public @Nullable Duration salesCycle() {
        return isClosed() && closedAt != null && !closedAt.isBefore(createdAt)
                ? Duration.between(createdAt, closedAt)
                : null;
    }
}
