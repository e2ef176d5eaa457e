package io.leadscore.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes deals: closed ones won by the hidden rule over the last 24 months, and open ones. */
final class DealSeeder {

    private static final List<DealStage> OPEN_STAGES = List.of(
            DealStage.APPOINTMENTSCHEDULED,
            DealStage.QUALIFIEDTOBUY,
            DealStage.PRESENTATIONSCHEDULED,
            DealStage.DECISIONMAKERBOUGHTIN,
            DealStage.CONTRACTSENT);

    private final ObjectStore store;
    private final Dice dice;
    private final long now;

    DealSeeder(ObjectStore store, Dice dice, long now) {
        this.store = store;
        this.dice = dice;
        this.now = now;
    }

    void plant(SeededContact contact) {
        boolean won = dice.chance(contact.chance(contact.heat()));
        long cycle = cycle(won);
        long earliest = Math.max(contact.createdAt(), now - 730 * Dice.DAY);
        long createdAt = dice.between(earliest, now - Dice.DAY);
        plant(contact, createdAt, createdAt + cycle, won);
    }

    /** How long a deal takes: winners decide faster. */
    long cycle(boolean won) {
        return dice.between(won ? 15 : 30, won ? 90 : 160) * Dice.DAY;
    }

    /** A deal that is still open if it closes later than now. */
    void plant(SeededContact contact, long createdAt, long closesAt, boolean won) {
        boolean closed = closesAt < now;
        DealStage stage = closed ? (won ? DealStage.CLOSEDWON : DealStage.CLOSEDLOST) : dice.pickEarly(OPEN_STAGES);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("dealname", contact.person().fullName() + " - " + dice.pick(SeedWords.TOPICS));
        values.put("amount", String.valueOf(Math.round(Math.exp(9.2 + 0.9 * dice.normal()) / 10) * 10));
        values.put("closedate", PropertyReader.iso(closesAt));
        values.put("pipeline", "default");
        values.put("dealstage", stage.id());
        if (closed) {
            values.put("hs_v2_date_entered_current_stage", PropertyReader.iso(closesAt));
        }
        values.put("dealtype", dice.chance(0.8) ? "newbusiness" : "existingbusiness");
        values.put("deal_complexity__c", dice.pick(List.of("LOW", "MEDIUM", "HIGH")));
        values.put("hubspot_owner_id", dice.pick(Owner.SELLERS).id());
        if (stage == DealStage.CLOSEDLOST) {
            values.put("closed_lost_reason", contact.person().lastName() + " chose a competitor");
        }
        long modifiedAt = closed ? closesAt : dice.between(createdAt, now - 60_000);
        StoredObject deal = store.table(RecordType.DEALS)
                .add(new ObjectState(PropertyValues.of(values), createdAt, modifiedAt, modifiedAt, 0));
        store.associations()
                .link(
                        RecordType.DEALS,
                        deal.id(),
                        RecordType.CONTACTS,
                        contact.object().id());
        SeededCompany company = contact.company();
        if (company != null) {
            store.associations()
                    .linkPrimary(
                            RecordType.DEALS,
                            deal.id(),
                            RecordType.COMPANIES,
                            company.object().id());
        }
        remember(contact.tally(), stage, createdAt, closesAt);
    }

    /** A contact who bought once is a customer, whatever comes later. */
    private void remember(Tally tally, DealStage stage, long createdAt, long closesAt) {
        tally.latest("hs_lifecyclestage_opportunity_date", createdAt);
        if (stage == DealStage.CLOSEDWON) {
            tally.set("lifecyclestage", "customer");
            tally.latest("hs_lifecyclestage_customer_date", closesAt);
        } else if (!tally.has("lifecyclestage", "customer")) {
            boolean lost = stage == DealStage.CLOSEDLOST;
            tally.set("lifecyclestage", lost ? "salesqualifiedlead" : "opportunity");
            tally.set("hs_lead_status", lost ? (dice.chance(0.4) ? "UNQUALIFIED" : "BAD_TIMING") : "OPEN_DEAL");
        }
    }
}
