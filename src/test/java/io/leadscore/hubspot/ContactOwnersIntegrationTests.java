package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.FaultRule;
import io.leadscore.sandbox.RecordType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContactOwnersIntegrationTests {

    private static final String READ = "POST /crm/objects/*/contacts/batch/read";
    private static final String UPDATE = "POST /crm/objects/*/contacts/batch/update";

    private final SandboxAccount account = new SandboxAccount();
    private final ContactOwners contactOwners = account.hubSpot.contactOwners();
    private final long alva = account.sandbox.owners().active().get(0);
    private final long bruno = account.sandbox.owners().active().get(1);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void assignsInFourCallsForEveryHundred() {
        Map<Long, Long> wanted = new HashMap<>();
        account.contacts(250).forEach(id -> wanted.put(id, id % 2 == 0 ? alva : bruno));

        Assignment assignment = assign(wanted);

        assertThat(assignment.assigned()).isEqualTo(wanted.keySet());
        assertThat(account.sandbox.traffic().count()).isEqualTo(6 + 5);
        assertThat(contactOwners.read(wanted.keySet())).isEqualTo(wanted);
    }

    @Test
    void leavesWhatAPersonChoseMeanwhile() {
        List<Long> contacts = account.contacts(3);
        account.sandbox.faults().runBefore("POST /crm/objects/*/contacts/batch/read", 0, () -> account.sandbox
                .crm()
                .update(RecordType.CONTACTS, contacts.get(0), Map.of("hubspot_owner_id", String.valueOf(bruno))));

        Assignment assignment = assign(Map.of(contacts.get(0), alva, contacts.get(1), alva));

        assertThat(assignment.kept()).isEqualTo(Map.of(contacts.get(0), bruno));
        assertThat(assignment.assigned()).containsExactly(contacts.get(1));
        assertThat(owner(contacts.get(0))).isEqualTo(String.valueOf(bruno));
    }

    @Test
    void repeatsWithoutHarm() {
        long contact = account.contacts(1).get(0);
        account.sandbox.faults().add(FaultKind.RESET_AFTER, UPDATE, 1);
        assertThat(assign(Map.of(contact, alva)).assigned()).containsExactly(contact);
        account.sandbox.traffic().clear();

        assertThat(assign(Map.of(contact, alva)).assigned()).containsExactly(contact);
        assertThat(account.sandbox.traffic().count())
                .as("the owner, and the history")
                .isEqualTo(2);
    }

    @Test
    void givesBackWhomAPersonChoseBetweenTheReadAndTheWrite() {
        List<Long> contacts = account.contacts(3);
        account.sandbox.faults().add(FaultKind.OWNER_CHOSEN, UPDATE, 1);

        Assignment assignment = assign(Map.of(contacts.get(0), bruno, contacts.get(1), bruno, contacts.get(2), bruno));

        assertThat(assignment.kept()).hasSize(1).containsValue(alva);
        assertThat(assignment.assigned()).hasSize(2);
        long chosen = assignment.kept().keySet().iterator().next();
        assertThat(owner(chosen)).isEqualTo(String.valueOf(alva));
        assertThat(assign(Map.of(chosen, bruno)).kept()).isEqualTo(Map.of(chosen, alva));
    }

    @Test
    void givesBackWhenItWasKilledRightAfterItsWrite() {
        long contact = account.contacts(1).get(0);
        account.sandbox.faults().add(FaultKind.OWNER_CHOSEN, UPDATE, 1);
        // The process ends with the write: its histories are never read.
        account.sandbox.faults().add(FaultRule.of(FaultKind.FORBIDDEN, READ, 1).afterSkipping(1));
        assertThatThrownBy(() -> assign(Map.of(contact, bruno))).isInstanceOf(HubSpotException.class);
        assertThat(owner(contact)).isEqualTo(String.valueOf(bruno));

        assertThat(assign(Map.of(contact, bruno)).kept()).isEqualTo(Map.of(contact, alva));
        assertThat(owner(contact)).isEqualTo(String.valueOf(alva));
    }

    @Test
    void anOwnerOfLongAgoWasNotChosenInBetween() {
        long contact = account.contacts(1).get(0);
        setOwner(contact, alva);
        account.pass(Duration.ofDays(1));
        setOwner(contact, bruno);

        assertThat(assign(Map.of(contact, bruno)).assigned())
                .as("a person's choice")
                .containsExactly(contact);
        assertThat(owner(contact)).isEqualTo(String.valueOf(bruno));
    }

    @Test
    void takesContactsFromOwnersWhoCountAsNone() {
        long contact = account.contacts(1).get(0);
        setOwner(contact, alva);

        Assignment assignment = contactOwners.assign(
                Map.of(contact, bruno),
                owner -> owner == alva,
                account.clock().instant().minusSeconds(60));

        assertThat(assignment.assigned()).containsExactly(contact);
        assertThat(owner(contact)).isEqualTo(String.valueOf(bruno));
    }

    private void setOwner(long contact, long owner) {
        account.sandbox.crm().update(RecordType.CONTACTS, contact, Map.of("hubspot_owner_id", String.valueOf(owner)));
    }

    private Assignment assign(Map<Long, Long> owners) {
        return contactOwners.assign(
                owners, owner -> false, account.clock().instant().minusSeconds(60));
    }

    @Test
    void tellsApartWhatCannotBeAssigned() {
        List<Long> contacts = account.contacts(5);
        account.sandbox.crm().delete(RecordType.CONTACTS, contacts.get(0));
        account.sandbox.crm().merge(RecordType.CONTACTS, contacts.get(4), contacts.get(1));

        Assignment assignment = assign(Map.of(
                contacts.get(0), alva, contacts.get(1), alva, contacts.get(2), 9_586_504L, contacts.get(3), alva));

        assertThat(assignment.gone()).containsExactly(contacts.get(0));
        assertThat(assignment.merged()).isEqualTo(Map.of(contacts.get(1), contacts.get(4)));
        assertThat(assignment.rejected()).singleElement().satisfies(rejected -> assertThat(rejected.id())
                .isEqualTo(contacts.get(2)));
        assertThat(assignment.assigned()).containsExactly(contacts.get(3));
        assertThat(owner(contacts.get(4))).isNull();
    }

    @Test
    void readsNullForNobody() {
        long contact = account.contacts(1).get(0);

        assertThat(contactOwners.read(List.of(contact, 999L)))
                .containsOnlyKeys(contact)
                .containsEntry(contact, null);
    }

    private @Nullable String owner(long contact) {
        return account.sandbox.crm().get(RecordType.CONTACTS, contact).property("hubspot_owner_id");
    }
}
