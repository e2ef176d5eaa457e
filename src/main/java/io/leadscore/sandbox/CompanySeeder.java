package io.leadscore.sandbox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes companies. */
final class CompanySeeder {

    private final ObjectStore store;
    private final Dice dice;
    private final long now;
    private final Market market;

    CompanySeeder(ObjectStore store, Dice dice, long now, Market market) {
        this.store = store;
        this.dice = dice;
        this.market = market;
        this.now = now;
    }

    SeededCompany plant(int number) {
        String family = dice.pick(SeedWords.LAST_NAMES);
        String name = family + " " + dice.pick(SeedWords.COMPANY_WORDS) + " " + number;
        String domain = family.toLowerCase(Locale.ROOT) + number + ".example";
        String industry = market.industry(dice);
        int place = SeedWords.PLACES.indexOf(dice.pickEarly(SeedWords.PLACES));
        long employees = Math.max(1, Math.round(Math.exp(4.2 + 1.8 * dice.normal())));
        String[] countryAndCity = SeedWords.PLACES.get(place).split("\\|", 2);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("domain", domain);
        values.put("phone", "+49 40 " + dice.between(1_000_000, 9_999_999));
        values.put("city", countryAndCity[1]);
        if (dice.chance(0.93)) {
            values.put("country", countryAndCity[0]);
        }
        if (dice.chance(0.9)) {
            values.put("industry", industry);
        }
        if (dice.chance(0.88)) {
            values.put("numberofemployees", String.valueOf(employees));
        }
        if (dice.chance(0.6)) {
            values.put("annualrevenue", String.valueOf(employees * dice.between(60_000, 220_000)));
        }
        String segment = dice.pickEarly(SeedWords.SEGMENTS);
        if (dice.chance(0.8)) {
            values.put("industry_segment__c", segment);
        }
        if (dice.chance(0.5)) {
            values.put("annual_tech_spend__c", String.valueOf(employees * dice.between(500, 4_000)));
        }
        values.put("hubspot_owner_id", dice.pick(Owner.SELLERS).id());
        long createdAt = now - dice.between(30, 1_100) * Dice.DAY;
        long modifiedAt = dice.between(createdAt, now - Dice.DAY / 24);
        StoredObject object = store.table(RecordType.COMPANIES)
                .add(new ObjectState(PropertyValues.of(values), createdAt, modifiedAt, modifiedAt, 0));
        double appeal = BuyingRule.companyAppeal(market.industryAppeal(industry), employees, place, segment);
        return new SeededCompany(object, name, domain, SeedWords.PLACES.get(place), appeal);
    }
}
