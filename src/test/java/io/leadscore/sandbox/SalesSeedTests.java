package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesSeedTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int CONTACTS = 1_300;

    private Map<Long, Long> buyers = Map.of();
    private Crm crm = seeded(1);

    private Crm seeded(long seed) {
        Account account = Account.of(SandboxOptions.defaults(InstantSource.system())
                .withContacts(CONTACTS)
                .withSeed(seed)
                .withClock(() -> NOW));
        buyers = new SalesSeed(account).plant();
        return new Crm(account);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hasMoreThanAThousandClosedDealsAndDealsOfAllAgesThatAreOpen(long seed) {
        crm = seeded(seed);

        assertThat(deals(deal -> !isOpen(deal))).hasSizeGreaterThan(1_000);
        List<CrmObject> open = deals(SalesSeedTests::isOpen);
        assertThat(open).hasSizeBetween(100, 320);
        assertThat(open).anyMatch(deal -> deal.createdAt().isBefore(NOW.minusSeconds(100 * 86_400L)));
        assertThat(open).anyMatch(deal -> deal.createdAt().isAfter(NOW.minusSeconds(10 * 86_400L)));
    }

    @Test
    void sellsToOthersThanTheProfileExpects() {
        double inns = wonShare(deal -> "RESTAURANTS".equals(ofCompany(deal, "industry")));
        double software = wonShare(deal -> "COMPUTER_SOFTWARE".equals(ofCompany(deal, "industry")));
        double fairs = wonShare(deal -> "OFFLINE".equals(ofContact(deal, "hs_analytics_source")));
        double referrals = wonShare(deal -> "REFERRALS".equals(ofContact(deal, "hs_analytics_source")));

        assertThat(inns).isGreaterThan(software + 0.2);
        assertThat(fairs).isGreaterThan(referrals + 0.1);
    }

    @Test
    void letsActivityPrecedeTheDealsThatAreWon() {
        double talkedBefore = wonShare(deal -> actedBefore(deal) >= 2);
        double silentBefore = wonShare(deal -> actedBefore(deal) == 0);

        assertThat(talkedBefore).isGreaterThan(silentBefore + 0.15);
    }

    @Test
    void recordsNothingThatIsStillToCome() {
        for (RecordType type : RecordType.values()) {
            crm.forEach(type, object -> {
                assertThat(object.createdAt()).isBefore(NOW);
                assertThat(object.modifiedAt()).isBefore(NOW).isAfterOrEqualTo(object.createdAt());
            });
        }
        assertThat(buyers.values()).allMatch(when -> when >= NOW.toEpochMilli());
    }

    @Test
    void goesOnWithItsStory() {
        List<Long> open = new ArrayList<>();
        deals(SalesSeedTests::isOpen)
                .forEach(deal -> open.addAll(crm.associated(RecordType.DEALS, deal.id(), RecordType.CONTACTS)));

        assertThat(open.stream().filter(buyers::containsKey).count()).isBetween(open.size() / 8L, open.size() / 2L);
        assertThat(buyers.keySet()).anyMatch(buyer -> !open.contains(buyer));
    }

    private List<CrmObject> deals(Predicate<CrmObject> which) {
        List<CrmObject> deals = new ArrayList<>();
        crm.forEach(RecordType.DEALS, deal -> {
            if (which.test(deal)) {
                deals.add(deal);
            }
        });
        return deals;
    }

    private double wonShare(Predicate<CrmObject> which) {
        List<CrmObject> closed = deals(deal -> !isOpen(deal) && which.test(deal));
        return (double) closed.stream()
                        .filter(deal -> "closedwon".equals(deal.property("dealstage")))
                        .count()
                / closed.size();
    }

    private static boolean isOpen(CrmObject deal) {
        return !Objects.requireNonNull(deal.property("dealstage")).startsWith("closed");
    }

    private String ofContact(CrmObject deal, String property) {
        return value(RecordType.CONTACTS, contact(deal), property);
    }

    private String ofCompany(CrmObject deal, String property) {
        List<Long> companies = crm.associated(RecordType.DEALS, deal.id(), RecordType.COMPANIES);
        return companies.isEmpty() ? "" : value(RecordType.COMPANIES, companies.get(0), property);
    }

    private String value(RecordType type, long id, String property) {
        String value = crm.get(type, id).property(property);
        return value == null ? "" : value;
    }

    private long contact(CrmObject deal) {
        return crm.associated(RecordType.DEALS, deal.id(), RecordType.CONTACTS).get(0);
    }

    /** How often the contact answered, met or talked before the deal was made. */
    private long actedBefore(CrmObject deal) {
        long contact = contact(deal);
        return List.of(RecordType.EMAILS, RecordType.MEETINGS, RecordType.CALLS).stream()
                .flatMap(type -> crm.associated(RecordType.CONTACTS, contact, type).stream()
                        .map(id -> crm.get(type, id)))
                .filter(engagement -> engagement.createdAt().isBefore(deal.createdAt()))
                .filter(engagement -> BuyingRule.deed(engagement.properties()) > 0)
                .count();
    }
}
