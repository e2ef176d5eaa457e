package io.leadscore.ledger;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.LeadHistory;
import io.leadscore.lead.StageChange;
import io.leadscore.learning.DealSource;
import io.leadscore.learning.LeadAges;
import io.leadscore.ledger.Successes.Success;
import io.leadscore.scoring.ClosedDeal;
import io.leadscore.scoring.ContactCase;
import io.leadscore.scoring.OutcomeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The mirror's contacts, to learn from where contacts succeed: each is told as a {@link ContactCase}. Thread-safe. */
final class MirroredContacts implements DealSource {

    private final long portalId;
    private final DealsQuery deals;
    private final LeadsQuery leads;
    private final Successes successes;
    private final Duration horizon;
    private final Instant now;

    /** @param now what is later has not passed yet */
    MirroredContacts(
            long portalId,
            DealsQuery deals,
            LeadsQuery leads,
            Statements statements,
            OutcomeRules outcome,
            Instant now) {
        this.portalId = portalId;
        this.deals = deals;
        this.leads = leads;
        this.successes = new Successes(statements, portalId, outcome.kind());
        this.horizon = outcome.horizon();
        this.now = now;
    }

    @Override
    public void forEachClosed(Consumer<ClosedDeal> consumer) {
        successes.forEachPage(page -> {
            List<Success> over =
                    page.stream().filter(one -> told(one).isClosed()).toList();
            List<Long> ids = over.stream().map(Success::contactId).toList();
            Map<Long, ContactFacts> contacts = leads.contacts(portalId, ids);
            Map<Long, CompanyFacts> companies = leads.companies(portalId, ids);
            over.forEach(one -> consumer.accept(
                    new ClosedDeal(told(one), contacts.get(one.contactId()), companies.get(one.contactId()))));
        });
    }

    @Override
    public void forEachOpen(Consumer<DealFacts> consumer) {
        successes.forEachPage(page ->
                page.stream().map(this::told).filter(one -> !one.isClosed()).forEach(consumer));
    }

    @Override
    public void forEachHistory(Consumer<DealHistory> consumer) {
        successes.forEachPage(page -> {
            List<Long> ids = page.stream().map(Success::contactId).toList();
            Map<Long, ContactFacts> contacts = leads.contacts(portalId, ids);
            Map<Long, CompanyFacts> companies = leads.companies(portalId, ids);
            Map<Long, List<Engagement>> engagements = leads.engagements(portalId, ids);
            Map<Long, List<StageChange>> stages = deals.stages(portalId, ids);
            Map<Long, List<DealFacts>> closed = leads.closedDeals(portalId, ids);
            for (Success one : page) {
                long id = one.contactId();
                ContactFacts contact = contacts.get(id);
                if (contact != null) {
                    consumer.accept(new DealHistory(
                            told(one),
                            new LeadHistory(
                                    contact,
                                    companies.get(id),
                                    engagements.getOrDefault(id, List.of()),
                                    stages.getOrDefault(id, List.of()),
                                    closed.getOrDefault(id, List.of()))));
                }
            }
        });
    }

    /**
     * Contacts that had not succeeded at an instant, of all instants together; where contacts succeed none is told apart by
     * its deals.
     */
    @Override
    public WithoutDeal withoutDeal(List<Instant> instants, Duration toBeWon) {
        List<Cases> never = new ArrayList<>(WithoutDeal.NONE.neverByAge());
        successes.forEachPage(page -> {
            for (Success one : page) {
                instants.forEach(at -> count(one, at, at.plus(toBeWon), never));
            }
        });
        return new WithoutDeal(never, Cases.NONE);
    }

    private static void count(Success one, Instant at, Instant until, List<Cases> never) {
        Instant succeeded = one.at();
        if (!one.createdAt().isAfter(at) && (succeeded == null || succeeded.isAfter(at))) {
            boolean won = succeeded != null && !succeeded.isAfter(until);
            int age = LeadAges.of(Duration.between(one.createdAt(), at).toDays());
            never.set(age, never.get(age).plus(new Cases(1, won ? 1 : 0)));
        }
    }

    private DealFacts told(Success one) {
        return ContactCase.of(one.contactId(), one.createdAt(), one.at(), horizon, now);
    }
}
