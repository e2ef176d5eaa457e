package io.leadscore.lead;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact with its company, deals and engagements, as known at an instant. There are two ways to get one, and both keep
 * out what had not happened by then: {@link #asOf} of what is known now, and {@link LeadHistory#asOf} of what was known
 * at an earlier instant. Immutable.
 */
public final class Lead {

    private final Instant asOf;
    private final ContactFacts contact;
    private final @Nullable CompanyFacts company;
    private final List<DealFacts> deals;
    private final List<Engagement> engagements;
    private final Map<Long, DealContact> countedBy;

    private Lead(
            Instant asOf,
            ContactFacts contact,
            @Nullable CompanyFacts company,
            List<DealFacts> deals,
            List<Engagement> engagements,
            Map<Long, DealContact> countedBy) {
        this.asOf = asOf;
        this.contact = contact;
        this.company = company;
        this.deals = List.copyOf(deals);
        this.engagements = List.copyOf(engagements);
        this.countedBy = Map.copyOf(countedBy);
    }

    /**
     * A lead of facts as they are known now, without the deals and engagements that were created after {@code asOf}. The
     * instant is to be the present one: the contact's and the company's facts are taken as they are.
     */
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
        return new Lead(asOf, contact, company, known, happened, Map.of());
    }

    /**
     * The same lead, of which it is known that some of its deals are counted by another of their contacts.
     *
     * @param others by deal id
     */
    public Lead countedBy(Map<Long, DealContact> others) {
        return new Lead(asOf, contact, company, deals, engagements, others);
    }

    /** The contact by which a deal of this lead is counted, with others that are like it. */
    public DealContact countedBy(DealFacts deal) {
        DealContact other = countedBy.get(deal.id());
        return other == null ? new DealContact(contact, company) : other;
    }

    /** The contact's id. */
    public long id() {
        return contact.id();
    }

    /** The instant at which this was known. */
    public Instant asOf() {
        return asOf;
    }

    public ContactFacts contact() {
        return contact;
    }

    /** The contact's primary company, if it has one. */
    public @Nullable CompanyFacts company() {
        return company;
    }

    /** The contact's deals, oldest first, ties by id. */
    public List<DealFacts> deals() {
        return deals;
    }

    /** What happened by then (and what is planned: meetings to come, tasks due), oldest first, ties by id. */
    public List<Engagement> engagements() {
        return engagements;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lead lead
                && asOf.equals(lead.asOf)
                && contact.equals(lead.contact)
                && Objects.equals(company, lead.company)
                && deals.equals(lead.deals)
                && engagements.equals(lead.engagements)
                && countedBy.equals(lead.countedBy);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asOf, contact, company, deals, engagements, countedBy);
    }

    @Override
    public String toString() {
        return "Lead[id=" + id() + ", asOf=" + asOf + "]";
    }
}
