package io.leadscore.cli;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.LeadHistory;
import io.leadscore.lead.ObjectType;
import io.leadscore.learning.DealSource;
import io.leadscore.scoring.ClosedDeal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The mirror's deals with values that were read for them alone, in memory.
 *
 * @param values by type, id and property
 */
record ReadDeals(DealSource mirrored, Map<ObjectType, Map<Long, Map<String, String>>> values) implements DealSource {

    @Override
    public void forEachClosed(Consumer<ClosedDeal> consumer) {
        mirrored.forEachClosed(closed -> consumer.accept(
                new ClosedDeal(with(closed.deal()), with(closed.contact()), with(closed.company()), closed.before())));
    }

    @Override
    public void forEachOpen(Consumer<DealFacts> consumer) {
        mirrored.forEachOpen(deal -> consumer.accept(with(deal)));
    }

    @Override
    public void forEachHistory(Consumer<DealHistory> consumer) {
        mirrored.forEachHistory(history -> {
            LeadHistory lead = history.lead();
            ContactFacts contact = lead.contact();
            consumer.accept(new DealHistory(
                    with(history.deal()),
                    new LeadHistory(
                            contact.withCustom(of(ObjectType.CONTACTS, contact.id())),
                            with(lead.company()),
                            lead.engagements(),
                            lead.stages(),
                            lead.deals())));
        });
    }

    @Override
    public WithoutDeal withoutDeal(List<Instant> instants, Duration horizon) {
        return mirrored.withoutDeal(instants, horizon);
    }

    private DealFacts with(DealFacts deal) {
        return deal.withCustom(of(ObjectType.DEALS, deal.id()));
    }

    private @Nullable ContactFacts with(@Nullable ContactFacts contact) {
        return contact == null ? null : contact.withCustom(of(ObjectType.CONTACTS, contact.id()));
    }

    private @Nullable CompanyFacts with(@Nullable CompanyFacts company) {
        return company == null ? null : company.withCustom(of(ObjectType.COMPANIES, company.id()));
    }

    private Map<String, String> of(ObjectType type, long id) {
        return values.getOrDefault(type, Map.of()).getOrDefault(id, Map.of());
    }
}
