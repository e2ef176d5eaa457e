package io.leadscore.lead;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact with its company, deals and engagements, as known at an instant. Built only by {@link #asOf}, which keeps
 * out what had not happened by then.
 *
 * @param asOf the instant
 * @param contact the contact
 * @param company the contact's primary company, if it has one
 * @param deals the contact's deals, oldest first, ties by id
 * @param engagements what happened until {@code asOf} (and what is planned: meetings to come, tasks due), oldest
 *     first, ties by id
 */
public record Lead(
        Instant asOf,
        ContactFacts contact,
        @Nullable CompanyFacts company,
        List<DealFacts> deals,
        List<Engagement> engagements) {

    public Lead {
        deals = List.copyOf(deals);
        engagements = List.copyOf(engagements);
    }

    /** A lead of these facts, without the deals and engagements that were created after {@code asOf}. */
    public static Lead asOf(
            Instant asOf,
            ContactFacts contact,
            @Nullable CompanyFacts company,
            List<DealFacts> deals,
            List<? extends Engagement> engagements) {
        List<DealFacts> known = deals.stream()
                .filter(deal -> !deal.createdAt().isAfter(asOf))
                .sorted(Comparator.comparing(DealFacts::createdAt).thenComparing(DealFacts::id))
                .toList();
        List<Engagement> happened = engagements.stream()
                .<Engagement>map(engagement -> engagement)
                .filter(engagement -> !engagement.createdAt().isAfter(asOf))
                .sorted(Comparator.comparing(Engagement::occurredAt).thenComparing(Engagement::id))
                .toList();
        return new Lead(asOf, contact, company, known, happened);
    }

    /** The contact's id. */
    public long id() {
        return contact.id();
    }
}
