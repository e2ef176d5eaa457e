package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SeedTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static Account seeded(int contacts, long seed) {
        Account account = Account.of(SandboxOptions.defaults(InstantSource.system())
                .withContacts(contacts)
                .withSeed(seed)
                .withClock(() -> NOW));
        new Seed(account).plant();
        return account;
    }

    @Test
    void keepsItsProportions() {
        Crm crm = new Crm(seeded(2_000, 7));

        long engagements = List.of(RecordType.values()).stream()
                .filter(RecordType::isEngagement)
                .mapToLong(crm::count)
                .sum();
        assertThat(crm.count(RecordType.CONTACTS)).isEqualTo(2_000);
        assertThat(crm.count(RecordType.COMPANIES)).isEqualTo(400);
        assertThat(crm.count(RecordType.DEALS)).isCloseTo(1_000, Percentage.withPercentage(2));
        assertThat(engagements).isCloseTo(6_000, Percentage.withPercentage(2));
    }

    @Test
    void givesTheSameRecordsForTheSameSeed() {
        assertThat(contacts(seeded(50, 3))).isEqualTo(contacts(seeded(50, 3)));
        assertThat(contacts(seeded(50, 3))).isNotEqualTo(contacts(seeded(50, 4)));
    }

    @Test
    void writesOnlyValuesThatTheAccountItselfWouldAccept() {
        Account account = seeded(300, 5);

        for (RecordType type : RecordType.values()) {
            new Crm(account).forEach(type, object -> object.properties().forEach((name, value) -> {
                PropertyDefinition definition = account.store().schema(type).find(name);
                assertThat(definition).as("%s.%s", type, name).isNotNull();
                if (definition != null && definition.isEnumeration()) {
                    assertThat(definition.options().isEmpty() || definition.offers(value))
                            .as("%s.%s = %s", type, name, value)
                            .isTrue();
                }
            }));
        }
    }

    @Test
    void changesNothingInTheFuture() {
        Crm crm = new Crm(seeded(300, 5));

        for (RecordType type : RecordType.values()) {
            crm.forEach(
                    type,
                    object -> assertThat(object.modifiedAt()).isBefore(NOW).isAfterOrEqualTo(object.createdAt()));
        }
    }

    @Test
    void letsEngagedSeniorContactsOfFittingCompaniesBuy() {
        assertThat(BuyingRule.chanceOfWinning(2, true, 0.7, 0.9)).isGreaterThan(0.95);
        assertThat(BuyingRule.chanceOfWinning(-1.5, false, -0.5, 0)).isLessThan(0.05);
    }

    @Test
    void closesDealsBothWays() {
        Crm crm = new Crm(seeded(1_000, 9));
        List<String> stages = new ArrayList<>();
        crm.forEach(RecordType.DEALS, deal -> stages.add(deal.properties().get("dealstage")));

        assertThat(stages.stream().filter("closedwon"::equals).count()).isBetween(90L, 250L);
        assertThat(stages.stream().filter("closedlost"::equals).count()).isBetween(100L, 320L);
    }

    private static List<CrmObject> contacts(Account account) {
        List<CrmObject> contacts = new ArrayList<>();
        new Crm(account).forEach(RecordType.CONTACTS, contacts::add);
        return contacts;
    }
}
