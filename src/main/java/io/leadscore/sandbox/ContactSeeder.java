package io.leadscore.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes contacts, with personal data in every field where real ones carry it. */
final class ContactSeeder {

    private final ObjectStore store;
    private final Dice dice;
    private final long now;
    private final Market market;

    ContactSeeder(ObjectStore store, Dice dice, long now, Market market) {
        this.store = store;
        this.dice = dice;
        this.market = market;
        this.now = now;
    }

    SeededContact plant(int number, @Nullable SeededCompany company) {
        Person person = Person.make(dice, number, company == null ? "mailbox.example" : company.domain());
        boolean senior = dice.chance(0.3);
        String source = market.source(dice);
        double heat = dice.chance(0.35) ? 0 : Math.pow(dice.unit(), 1.5);
        long createdAt = now - dice.between(3, 900) * Dice.DAY - dice.between(0, Dice.DAY);
        // Cold contacts were last heard of long ago, hot ones in these days.
        long quiet = (long) (Math.pow(dice.unit(), 1 + 3 * heat) * (now - createdAt));
        Map<String, String> values = identity(person, senior, company);
        values.put("hs_analytics_source", source);
        values.put("hs_latest_source", source);
        if (dice.chance(0.3)) {
            values.put("product_interest__c", dice.pick(SeedWords.INTERESTS));
        }
        if (heat > 0.4 && dice.chance(0.4)) {
            values.put("webinar_minutes__c", String.valueOf(dice.between(5, 90)));
        }
        values.put("partner_referred__c", String.valueOf(source.equals("REFERRALS") && dice.chance(0.5)));
        values.put("hubspot_owner_id", dice.pick(Owner.SELLERS).id());
        StoredObject object = store.table(RecordType.CONTACTS)
                .add(new ObjectState(PropertyValues.of(values), createdAt, createdAt, createdAt, 0));
        if (company != null) {
            store.associations()
                    .linkPrimary(
                            RecordType.CONTACTS,
                            object.id(),
                            RecordType.COMPANIES,
                            company.object().id());
        }
        return new SeededContact(
                object,
                person,
                company,
                heat,
                senior,
                market.sourceAppeal(source),
                createdAt,
                now - quiet,
                new Tally());
    }

    private Map<String, String> identity(Person person, boolean senior, @Nullable SeededCompany company) {
        String[] place = (company == null ? dice.pickEarly(SeedWords.PLACES) : company.place()).split("\\|", 2);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("firstname", person.firstName());
        values.put("lastname", person.lastName());
        values.put("email", person.email());
        values.put("phone", person.phone());
        values.put("mobilephone", person.mobile());
        values.put("address", dice.pick(SeedWords.STREETS) + " " + dice.between(1, 200));
        values.put("city", place[1]);
        values.put("zip", String.valueOf(dice.between(10_000, 99_999)));
        if (dice.chance(0.85)) {
            values.put("country", place[0]);
        }
        if (dice.chance(0.9)) {
            values.put("jobtitle", dice.pick(senior ? SeedWords.SENIOR_TITLES : SeedWords.TITLES));
        }
        if (company != null) {
            values.put("company", company.name());
        }
        if (dice.chance(0.2)) {
            values.put(
                    "message",
                    "Please call me about " + dice.pick(SeedWords.TOPICS) + ", " + person.fullName() + ", "
                            + person.phone());
        }
        return values;
    }
}
