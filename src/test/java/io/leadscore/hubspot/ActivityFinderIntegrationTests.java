package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.RecordType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lost answers and what is found after them, against the stateful stand-in, whose search lags by half a minute. */
class ActivityFinderIntegrationTests {

    private static final String CREATE = "POST /crm/objects/*/batch/create";
    private static final String SEARCH = "POST /crm/objects/{V}/*/search";
    private static final String READ = "POST /crm/objects/{V}/*/batch/read";
    private static final Duration LAG = Duration.ofSeconds(30);

    private final SandboxAccount account = new SandboxAccount(options -> options.withIndexLag(LAG));
    private final Activities activities = account.hubSpot.activities();
    private final Instant start = account.time.instant();

    @AfterEach
    void close() {
        account.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"RESET_AFTER", "GARBAGE", "TRUNCATED"})
    void findsWhatWasDoneWithoutAnAnswer(FaultKind fault) {
        List<Long> contacts = account.contacts(100);
        account.sandbox.faults().add(fault, CREATE, 1);

        assertThat(activities.create(tasks(contacts)).values()).containsOnly(new Outcome.Unanswered());
        Map<String, Long> found = activities.find(ActivityKind.TASK, wanted(contacts), start);

        assertThat(found.values()).containsExactlyInAnyOrderElementsOf(crmIds(RecordType.TASKS));
        assertThat(found).hasSize(100);
    }

    @Test
    void findsNothingOfWhatWasNotDone() {
        List<Long> contacts = account.contacts(3);
        account.sandbox.faults().add(FaultKind.RESET_BEFORE, CREATE, 1);

        assertThat(activities.create(notes(contacts)).values()).containsOnly(new Outcome.Unanswered());

        assertThat(activities.find(ActivityKind.NOTE, wanted(contacts), start)).isEmpty();
    }

    @Test
    void findsByOneSearchWhatTheIndexHas() {
        List<Long> contacts = account.contacts(150);
        assertThat(activities.create(notes(contacts))).hasSize(150);
        account.time.pass(LAG);
        account.sandbox.traffic().clear();

        assertThat(activities.find(ActivityKind.NOTE, wanted(contacts), start)).hasSize(150);
        assertThat(account.sandbox.traffic().perCall()).isEqualTo(Map.of("POST /crm/objects/{V}/notes/search", 1));
    }

    @Test
    void pagesThroughItsOwnByTheirIds() {
        List<Long> contacts = account.contacts(450);
        assertThat(activities.create(notes(contacts))).hasSize(450);
        account.time.pass(LAG);

        assertThat(activities.find(ActivityKind.NOTE, wanted(contacts), start)).hasSize(450);
        assertThat(account.sandbox.traffic().count(SEARCH)).isEqualTo(3);
    }

    @Test
    void readsTheNewestOfAContactsActivitiesFirst() {
        List<Long> contacts = account.contacts(1);
        for (int old = 0; old < 250; old++) {
            account.sandbox.crm().log(RecordType.NOTES, contacts.get(0), Map.of("hs_note_body", "Talked to Anna"));
        }
        assertThat(activities.create(notes(contacts))).hasSize(1);
        account.sandbox.traffic().clear();

        assertThat(activities.find(ActivityKind.NOTE, wanted(contacts), start)).hasSize(1);
        assertThat(account.sandbox.traffic().count(SEARCH)).isEqualTo(1);
        assertThat(account.sandbox.traffic().count("POST /crm/associations/*")).isEqualTo(1);
        assertThat(account.sandbox.traffic().count(READ)).isEqualTo(1);
    }

    @Test
    void findsWhatAMergedContactHad() {
        List<Long> contacts = account.contacts(2);
        assertThat(activities.create(notes(contacts.subList(0, 1)))).hasSize(1);
        account.sandbox.crm().merge(RecordType.CONTACTS, contacts.get(1), contacts.get(0));
        account.time.pass(LAG);

        assertThat(activities.find(ActivityKind.NOTE, wanted(contacts.subList(0, 1)), start))
                .hasSize(1);
    }

    @Test
    void findsNothingOutWithoutTheScope() {
        try (SandboxAccount other = new SandboxAccount()) {
            List<Long> contacts = other.contacts(2);
            Activities others = other.hubSpot.activities();
            assertThat(others.create(notes(contacts))).hasSize(2);
            other.sandbox.faults().add(FaultKind.FORBIDDEN, "POST /crm/objects/*/search", 1);

            assertThatThrownBy(() -> others.find(ActivityKind.NOTE, wanted(contacts), start))
                    .isInstanceOf(HubSpotException.MissingScopes.class);
            assertThat(others.find(ActivityKind.NOTE, wanted(contacts), start)).hasSize(2);
        }
    }

    @Test
    void asksNothingForNothing() {
        assertThat(activities.find(ActivityKind.NOTE, Map.of(), start)).isEmpty();
        assertThat(account.sandbox.traffic().count()).isZero();
    }

    @Test
    void refusesOneOfAMixedBatch() {
        List<Long> contacts = account.contacts(3);
        account.sandbox.faults().add(FaultKind.PARTIAL, CREATE, 1);

        Map<String, Outcome> outcomes = activities.create(tasks(contacts));

        assertThat(outcomes.get(marker(contacts.get(0)))).isInstanceOf(Outcome.Refused.class);
        assertThat(account.sandbox.crm().count(RecordType.TASKS)).isEqualTo(2);
    }

    @Test
    void associatesWhatItCreatesAndRefusesAContactThatIsGone() {
        List<Long> contacts = account.contacts(2);
        account.sandbox.crm().delete(RecordType.CONTACTS, contacts.get(1));

        Map<String, Outcome> outcomes = activities.create(tasks(contacts));

        assertThat(outcomes.get(marker(contacts.get(1)))).isInstanceOf(Outcome.Refused.class);
        assertThat(account.sandbox.crm().associated(RecordType.CONTACTS, contacts.get(0), RecordType.TASKS))
                .isEqualTo(crmIds(RecordType.TASKS))
                .hasSize(1);
    }

    private List<Long> crmIds(RecordType type) {
        return account.sandbox.crm().ids(type);
    }

    private static Map<Long, Set<String>> wanted(List<Long> contacts) {
        Map<Long, Set<String>> wanted = new HashMap<>();
        contacts.forEach(contact -> wanted.put(contact, Set.of(marker(contact))));
        return wanted;
    }

    private List<NewActivity> notes(List<Long> contacts) {
        return contacts.stream()
                .map(contact -> (NewActivity) new NewNote(marker(contact), contact, null, start, List.of("a", "b")))
                .toList();
    }

    private List<NewActivity> tasks(List<Long> contacts) {
        return IntStream.range(0, contacts.size())
                .mapToObj(index -> (NewActivity) new NewTask(
                        marker(contacts.get(index)),
                        contacts.get(index),
                        account.sandbox.owners().active().get(0),
                        start,
                        "Call",
                        List.of("Score 82"),
                        NewTask.Priority.HIGH,
                        NewTask.Type.CALL))
                .toList();
    }

    private static String marker(long number) {
        return "ls-%016x".formatted(number);
    }
}
