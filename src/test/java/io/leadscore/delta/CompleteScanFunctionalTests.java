package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.HubSpotException;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.Watermarks;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.FaultRule;
import io.leadscore.sandbox.RecordType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HubSpot's answers are not to be believed: a run scores everybody, or fails and leaves the window open. */
class CompleteScanFunctionalTests extends DeltaJobFixture {

    private static final String CONTACTS = "POST /crm/objects/*/contacts/search";
    private static final String LIST = "GET /crm/objects/*/contacts";
    private static final int ALWAYS = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "EMPTY_PAGE,0",
        "EMPTY_PAGE,1",
        "EMPTY_PAGE,2",
        "SHORT_PAGE,0",
        "SHORT_PAGE,1",
        "DOUBLE_ROWS,1",
        "NOTHING,1",
        "NOTHING,2"
    })
    void scoresEverybodyThoughOnePageIsWrong(FaultKind fault, int page) {
        contacts(430);
        sandbox.faults().add(FaultRule.of(fault, CONTACTS, 1).afterSkipping(page));

        RunOutcome outcome = run();

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(430);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY_PAGE", "SHORT_PAGE", "DOUBLE_ROWS"})
    void failsAndLeavesTheWindowOpenWhenNoAnswerAddsUp(FaultKind fault) {
        contacts(30);
        sandbox.faults().add(fault, CONTACTS, ALWAYS);
        sandbox.faults().add(fault, LIST, ALWAYS);

        RunOutcome failed = run();
        sandbox.faults().clear();
        RunOutcome next = run();

        assertThat(failed.failure())
                .isInstanceOf(HubSpotException.Unavailable.class)
                .hasMessageContaining("announced 30 contacts and showed ");
        assertThat(next.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource({"EMPTY_PAGE,30", "SHORT_PAGE,230"})
    void listsWhatSearchNeverShows(FaultKind fault, int contacts) {
        contacts(contacts);
        sandbox.faults().add(fault, CONTACTS, ALWAYS);

        RunOutcome outcome = run();

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(contacts);
        assertThat(outcome.report().details()).doesNotContainKey("index of contacts");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 430})
    void goesOnWhenTheIndexAnnouncesMoreThanThereIs(int contacts) {
        contacts(contacts);
        sandbox.faults().add(FaultKind.HIGH_TOTAL, CONTACTS, ALWAYS);

        RunOutcome outcome = run();

        assertThat(outcome.failureSentence()).isEmpty();
        assertThat(scores()).hasSize(contacts);
        assertThat(outcome.report().details().get("index of contacts"))
                .startsWith("The index of contacts announces 3 more than it gives.");
        assertThat(leadscore().door(Watermarks.class).get(portal, ObjectType.CONTACTS))
                .isNotNull();
    }

    @Test
    void listsOnceADayForAnIndexThatStaysWrong() {
        contacts(230);
        sandbox.faults().add(FaultKind.HIGH_TOTAL, CONTACTS, ALWAYS);
        run();
        long lists = listed();
        clock.advance(Duration.ofMinutes(5));
        List<Long> late = contacts(2);

        RunOutcome soon = run();
        long listedSoon = listed();
        clock.advance(Duration.ofHours(25));
        RunOutcome nextDay = run();

        assertThat(lists).isPositive();
        assertThat(listedSoon).isEqualTo(lists);
        assertThat(scores()).containsKeys(late.toArray(Long[]::new));
        assertThat(soon.report().details()).containsKey("index of contacts");
        assertThat(nextDay.failureSentence()).isEmpty();
        assertThat(listed()).isGreaterThan(lists);
    }

    @Test
    void doesNotTakeACutPageForTheKnownMistakeOfTheIndex() {
        contacts(30);
        sandbox.faults().add(FaultKind.HIGH_TOTAL, CONTACTS, ALWAYS);
        run();
        sandbox.faults().clear();
        clock.advance(Duration.ofMinutes(5));
        List<Long> late = contacts(20);
        sandbox.faults().add(FaultKind.SHORT_PAGE, CONTACTS, ALWAYS);

        RunOutcome outcome = run();

        assertThat(outcome.failureSentence()).isEmpty();
        assertThat(scores()).containsKeys(late.toArray(Long[]::new));
    }

    @Test
    void takesNoCutListForWholeWhenItGoesOnInTheMiddle() {
        List<Long> contacts = contacts(30);
        sandbox.faults().add(FaultKind.HIGH_TOTAL, CONTACTS, ALWAYS);
        sandbox.faults().add(FaultKind.SHORT_PAGE, LIST, ALWAYS);
        PageSource source = new PageSource(
                leadscore().door(HubSpot.class),
                ObjectType.CONTACTS,
                new PullWindow(null, null),
                1_000,
                0,
                PullPosition.behind(contacts.get(14)));

        assertThatExceptionOfType(HubSpotException.Unavailable.class).isThrownBy(() -> {
            while (!source.next().last()) {}
        });
    }

    private long listed() {
        return sandbox.traffic().count(LIST);
    }

    @Test
    void movesNoWatermarkWhenNoAnswerAddsUp() {
        contacts(30);
        sandbox.faults().add(FaultKind.SHORT_PAGE, CONTACTS, ALWAYS);
        sandbox.faults().add(FaultKind.SHORT_PAGE, LIST, ALWAYS);

        run();

        assertThat(leadscore().door(Watermarks.class).get(portal, ObjectType.CONTACTS))
                .isNull();
    }

    @Test
    void scoresEverybodyThoughIdsAreSortedAsText() {
        crm.nextId(RecordType.CONTACTS, 999_300);
        contacts(430);
        sandbox.faults().add(FaultKind.TEXT_ORDER, CONTACTS, ALWAYS);

        RunOutcome outcome = run();

        assertThat(crm.ids(RecordType.CONTACTS)).anyMatch(id -> id < 999_999).anyMatch(id -> id > 1_000_000);
        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(430);
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordType.class,
            names = {"CONTACTS", "COMPANIES", "DEALS", "EMAILS"})
    void findsWhatTheFirstSearchOfATypeDenies(RecordType type) {
        long contact = contact();
        company(Map.of("numberofemployees", "250"), List.of(contact));
        crm.closeDeal(deal(contact), true);
        crm.logEmailReply(contact);
        sandbox.faults().add(FaultKind.NOTHING, "POST /crm/objects/*/" + type.apiName() + "/search", 1);

        run();
        Map<String, String> doubted = scoreOf(contact);
        restartAfresh();
        run();

        assertThat(doubted).isNotEmpty();
        doubted.remove("ai_scored_at");
        assertThat(scoreOf(contact)).containsAllEntriesOf(doubted);
    }

    @Test
    void saysThatThereIsNoContactAtAll() {
        RunOutcome first = run();
        contacts(3);
        RunOutcome second = run();

        assertThat(first.report().details().get("contacts")).contains("no contact at all");
        assertThat(second.report().details()).doesNotContainKey("contacts");
        assertThat(scores()).hasSize(3);
    }

    @Test
    void endsWithAnErrorWhenAListTurnsInCircles() {
        contacts(230);
        sandbox.faults().add(FaultKind.NOTHING, CONTACTS, 1);
        sandbox.faults().add(FaultKind.CIRCLING_CURSOR, "GET /crm/objects/*/contacts", ALWAYS);

        RunOutcome failed = run();
        sandbox.faults().clear();
        RunOutcome next = run();

        assertThat(failed.failure()).isInstanceOf(HubSpotException.Unavailable.class);
        assertThat(next.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(230);
    }

    @Test
    void searchesWhatAListDidNotShow() {
        contacts(130);
        sandbox.faults().add(FaultKind.NOTHING, CONTACTS, 1);
        sandbox.faults().add(FaultKind.DOUBLE_ROWS, "GET /crm/objects/*/contacts", 1);

        RunOutcome outcome = run();

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(130);
    }

    @Test
    void losesNobodyOfALaterWindowThatIsAnsweredWithNothingOnce() {
        contacts(3);
        run();
        clock.advance(Duration.ofMinutes(30));
        List<Long> late = contacts(2);
        clock.advance(Duration.ofMinutes(20));
        sandbox.faults().add(FaultKind.NOTHING, CONTACTS, 1);

        run();
        clock.advance(Duration.ofMinutes(5));
        run();

        assertThat(scores()).containsKeys(late.toArray(Long[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* *",
                "POST /crm/objects/*/contacts/search",
                "POST /crm/associations/*",
                "GET /crm/pipelines/*",
                "GET /crm/properties/*",
                "POST /crm/objects/*/contacts/batch/update"
            })
    void repeatsWhatHubSpotDidNotReceiveInTime(String call) {
        long contact = contact();
        company(Map.of("numberofemployees", "250"), List.of(contact));
        crm.closeDeal(deal(contact), true);
        sandbox.faults().add(FaultKind.REQUEST_TIMEOUT, call, 2);

        RunOutcome outcome = run();

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(sandbox.traffic().countOfStatus(408)).isEqualTo(2);
        assertThat(scoreOf(contact)).isNotEmpty();
    }
}
