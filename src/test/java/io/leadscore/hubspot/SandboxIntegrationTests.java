package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import io.leadscore.sandbox.Family;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.Limits;
import io.leadscore.sandbox.RecordType;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The room against the stateful stand-in, limits and all, in a time that passes at once. */
class SandboxIntegrationTests {

    private final FakeTicker time = FakeTicker.amongThreads();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(time)
            .withLimits(Limits.professional())
            .withTicker(time::nanos)
            .withAssociationPage(100));
    private final HubSpot hubSpot = open(ApiVersions.all(ApiVersions.CURRENT));

    @AfterEach
    void close() {
        hubSpot.close();
        sandbox.close();
    }

    @Test
    void isNeverRefusedAndReachesTheFloor() {
        for (int call = 0; call < 600; call++) {
            hubSpot.account();
        }

        assertThat(sandbox.traffic().countOfStatus(429)).isZero();
        assertThat(sandbox.traffic().maxInWindow(Family.GENERAL, Duration.ofSeconds(10)))
                .isLessThanOrEqualTo(190);
        // 10 s * (ceil(600 / 190) - 1) = 30 s, and the margins
        assertThat(time.passed()).isBetween(Duration.ofSeconds(30), Duration.ofMillis(30_100));
    }

    @Test
    void isNeverRefusedAlsoFromManyThreads() throws Exception {
        long contact = sandbox.crm().create(RecordType.CONTACTS, Map.of());
        List<Callable<Object>> calls = new ArrayList<>();
        for (int call = 0; call < 80; call++) {
            calls.add(hubSpot::account);
            calls.add(() -> hubSpot.search(ObjectType.CONTACTS, null, 0));
            calls.add(() -> hubSpot.associations(ObjectType.CONTACTS, ObjectType.DEALS, List.of(contact)));
            calls.add(() -> hubSpot.associations(ObjectType.CONTACTS, ObjectType.NOTES, List.of(contact)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Object> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isNotNull();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(sandbox.traffic().countOfStatus(429)).isZero();
        assertThat(sandbox.traffic().maxInWindow(Family.SEARCH, Duration.ofSeconds(1)))
                .isLessThanOrEqualTo(4);
        assertThat(sandbox.traffic().maxInWindow(Family.ASSOCIATIONS, Duration.ofSeconds(10)))
                .isLessThanOrEqualTo(150);
    }

    @Test
    void readsRecordsOfOneAndTheSameMillisecondEachOnce() {
        Instant moment = time.instant();
        List<Long> all = IntStream.range(0, 450)
                .mapToObj(index -> sandbox.crm().create(RecordType.CONTACTS, Map.of("lifecyclestage", "lead")))
                .toList();
        all.forEach(id -> sandbox.crm().setModified(RecordType.CONTACTS, id, moment));
        List<Long> found = new ArrayList<>();

        SearchScan scan = hubSpot.scan(ObjectType.CONTACTS, moment, 0);
        PulledPage page;
        do {
            page = scan.next();
            page.objects().forEach(object -> found.add(object.facts().id()));
        } while (!page.last());

        assertThat(found).isEqualTo(all);
        assertThat(sandbox.traffic().count()).isEqualTo(3);
    }

    @Test
    void listsToTheEnd() {
        IntStream.range(0, 250).forEach(index -> sandbox.crm().create(RecordType.COMPANIES, Map.of()));
        ListScan scan = hubSpot.list(ObjectType.COMPANIES, null, 0);

        PulledPage page = scan.next();
        while (!page.last()) {
            page = scan.next();
        }

        assertThat(scan.read()).isEqualTo(250);
        assertThat(scan.isProven(250)).isTrue();
        assertThat(scan.isProven(251)).isFalse();
    }

    @Test
    void readsAllAssociationsOfABusyContact() {
        long contact = sandbox.crm().create(RecordType.CONTACTS, Map.of());
        IntStream.range(0, 250).forEach(index -> sandbox.crm().log(RecordType.NOTES, contact, Map.of()));
        long company = sandbox.crm().create(RecordType.COMPANIES, Map.of());
        sandbox.crm().associatePrimary(RecordType.CONTACTS, contact, RecordType.COMPANIES, company);

        assertThat(hubSpot.associations(ObjectType.CONTACTS, ObjectType.NOTES, List.of(contact, 999L)))
                .satisfies(links -> assertThat(links.get(contact)).hasSize(250))
                .containsEntry(999L, List.of());
        assertThat(hubSpot.associations(ObjectType.CONTACTS, ObjectType.COMPANIES, List.of(contact)))
                .containsEntry(contact, List.of(new Link(company, true)));
        assertThat(hubSpot.associations(ObjectType.COMPANIES, ObjectType.CONTACTS, List.of(company)))
                .containsEntry(company, List.of(new Link(contact, true)));
    }

    @Test
    void seesAReplyOnTheContactAndAsAnEmail() {
        long contact = sandbox.crm().create(RecordType.CONTACTS, Map.of());
        sandbox.crm().logEmailReply(contact);

        ContactFacts facts = (ContactFacts)
                hubSpot.search(ObjectType.CONTACTS, null, 0).objects().get(0).facts();
        Engagement.Email email = (Engagement.Email)
                hubSpot.search(ObjectType.EMAILS, null, 0).objects().get(0).facts();

        assertThat(facts.emails().lastRepliedAt()).isNotNull();
        assertThat(email.direction()).isEqualTo(Engagement.Direction.INCOMING);
    }

    @Test
    void setsUpOnceAndWritesWhatIsAccepted() {
        assertThat(hubSpot.setUp(false).created()).hasSize(8);
        assertThat(hubSpot.setUp(false).existing()).hasSize(8);
        List<Long> ids = IntStream.range(0, 6)
                .mapToObj(index -> sandbox.crm().create(RecordType.CONTACTS, Map.of()))
                .toList();
        sandbox.crm().delete(RecordType.CONTACTS, ids.get(1));
        sandbox.crm().merge(RecordType.CONTACTS, ids.get(0), ids.get(2));
        List<ContactUpdate> updates = ids.stream()
                .map(id -> new ContactUpdate(
                        id, Map.of("ai_lead_fit", id.equals(ids.get(3)) ? "Enormous" : "High", "ai_lead_score", "82")))
                .toList();

        BatchResult result = hubSpot.updateContacts(updates);

        assertThat(result.updated()).containsOnlyKeys(ids.get(0), ids.get(4), ids.get(5));
        assertThat(result.gone()).containsExactly(ids.get(1));
        assertThat(result.merged()).isEqualTo(Map.of(ids.get(2), ids.get(0)));
        assertThat(result.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.id()).isEqualTo(ids.get(3)))
                .satisfies(row -> assertThat(row.code()).isEqualTo("INVALID_OPTION"))
                .satisfies(row -> assertThat(row.properties()).containsExactly("ai_lead_fit"));
        assertThat(result.updated().get(ids.get(4)))
                .isEqualTo(sandbox.crm().get(RecordType.CONTACTS, ids.get(4)).modifiedAt());
        assertThat(hubSpot.search(ObjectType.CONTACTS, null, 0).objects().get(0).scoreProperties())
                .containsEntry("ai_lead_fit", "High")
                .containsEntry("ai_lead_score", "82")
                .containsEntry("ai_lead_priority", null);
    }

    @Test
    void saysThatSetupIsMissing() {
        long contact = sandbox.crm().create(RecordType.CONTACTS, Map.of());

        assertThatThrownBy(
                        () -> hubSpot.updateContacts(List.of(new ContactUpdate(contact, Map.of("ai_lead_fit", "Low")))))
                .isInstanceOf(HubSpotException.Rejected.class)
                .hasMessageContaining("ai_lead_fit");
    }

    @Test
    void recordsConditionalRulesByRowAndWritesPastThemWithTheOtherVersion() {
        assertThat(hubSpot.setUp(false).mismatched()).isEmpty();
        long contact = sandbox.crm().create(RecordType.CONTACTS, Map.of("lifecyclestage", "lead"));
        sandbox.crm().requireWhere(RecordType.CONTACTS, "lifecyclestage", "lead", "hs_lead_status");
        List<ContactUpdate> updates = List.of(new ContactUpdate(contact, Map.of("ai_lead_score", "50")));

        assertThat(hubSpot.updateContacts(updates).rejected()).singleElement().satisfies(row -> assertThat(row.advice())
                .contains("HUBSPOT_API_VERSION_WRITES=2026-03"));
        try (HubSpot older = open(ApiVersions.all("2026-09").withWrites("2026-03"))) {
            assertThat(older.updateContacts(updates).updated()).containsKey(contact);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DAILY", "FORBIDDEN", "SLOW", "PARTIAL"})
    void outlastsTwoFailuresInARow(FaultKind kind) {
        assertThat(hubSpot.setUp(false).mismatched()).isEmpty();
        long contact = sandbox.crm().create(RecordType.CONTACTS, Map.of());
        sandbox.faults().add(kind, "POST /crm/objects/*", 2);

        BatchResult result = hubSpot.updateContacts(List.of(new ContactUpdate(contact, Map.of("ai_lead_score", "50"))));

        assertThat(result.updated()).containsKey(contact);
        assertThat(sandbox.crm().get(RecordType.CONTACTS, contact).property("ai_lead_score"))
                .isEqualTo("50");
    }

    @Test
    void namesTheScopeThatTheTokenLacks() {
        try (Sandbox strict = Sandbox.start(SandboxOptions.empty(time).withoutScope("crm.objects.deals.read"));
                HubSpot limited = open(strict, ApiVersions.all("2026-09"))) {
            assertThatThrownBy(() -> limited.search(ObjectType.DEALS, null, 0))
                    .isInstanceOfSatisfying(HubSpotException.MissingScopes.class, error -> assertThat(error.scopes())
                            .containsExactly("crm.objects.deals.read"));
        }
    }

    private HubSpot open(ApiVersions versions) {
        return open(sandbox, versions);
    }

    private HubSpot open(Sandbox stand, ApiVersions versions) {
        HubSpotSettings settings = new HubSpotSettings(
                stand.baseUrl(), stand.token(), versions, null, 4, null, Duration.ofSeconds(30), Map.of());
        return new HubSpot(settings, time, DealStages.inMemory(), time, () -> 0);
    }
}
