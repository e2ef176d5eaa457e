package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.sandbox.FaultKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListsIntegrationTests {

    private static final String NAME = "Leadscore: High / Größe";

    private final SandboxAccount account = new SandboxAccount();
    private final Lists lists = account.hubSpot.lists();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void createsAListOnce() {
        assertThat(lists.find(NAME)).isNull();

        ContactList list = lists.findOrCreate(NAME);

        assertThat(list.dynamic()).isFalse();
        assertThat(lists.findOrCreate(NAME)).isEqualTo(list);
        assertThat(account.sandbox.lists().id(NAME)).isEqualTo(list.id());
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"RESET_AFTER", "RESET_BEFORE", "GARBAGE", "TRUNCATED", "UNAVAILABLE"})
    void createsAListOnceAlsoAfterALostAnswer(FaultKind fault) {
        account.sandbox.faults().add(fault, "POST /crm/lists/*", 1);

        assertThat(lists.findOrCreate(NAME).id())
                .isEqualTo(account.sandbox.lists().id(NAME));
    }

    @Test
    void changesMembersByTheThousand() {
        List<Long> contacts = account.contacts(1_500);
        long list = lists.findOrCreate(NAME).id();
        account.sandbox.traffic().clear();

        MemberChange added = lists.add(list, contacts);

        assertThat(added.added()).hasSize(1_500);
        assertThat(account.sandbox.lists().members(NAME)).isEqualTo(new HashSet<>(contacts));
        assertThat(account.sandbox.traffic().count("PUT *")).isEqualTo(2);

        MemberChange moved = lists.change(list, contacts.subList(0, 10), contacts.subList(10, 900));
        assertThat(moved.added()).isEmpty();
        assertThat(moved.removed()).hasSize(890);
        assertThat(account.sandbox.traffic().count("PUT /crm/lists/*/add-and-remove"))
                .isEqualTo(1);
        assertThat(lists.remove(list, contacts).removed()).hasSize(610);
        assertThat(account.sandbox.lists().members(NAME)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"RESET_AFTER", "RESET_BEFORE", "GARBAGE", "TRUNCATED", "BAD_GATEWAY", "TEN_SECONDLY"})
    void repeatsAChangeWithoutHarm(FaultKind fault) {
        List<Long> contacts = account.contacts(3);
        long list = lists.findOrCreate(NAME).id();
        account.sandbox.faults().add(fault, "PUT *", 2);

        assertThat(lists.add(list, contacts).state()).isEqualTo(MemberChange.State.DONE);
        assertThat(account.sandbox.lists().members(NAME)).hasSize(3);
    }

    @Test
    void saysWhomHubSpotDoesNotHave() {
        List<Long> contacts = account.contacts(1);
        long list = lists.findOrCreate(NAME).id();

        assertThat(lists.add(list, List.of(contacts.get(0), 999L)))
                .isEqualTo(new MemberChange(MemberChange.State.DONE, Set.of(contacts.get(0)), Set.of(), Set.of(999L)));
    }

    @Test
    void tellsADeletedListFromADynamicOne() {
        List<Long> contacts = account.contacts(1);
        long deleted = lists.findOrCreate(NAME).id();
        assertThat(account.sandbox.lists().delete(deleted)).isTrue();
        long dynamic = account.sandbox.lists().createDynamic("All");

        assertThat(lists.add(deleted, contacts).state()).isEqualTo(MemberChange.State.LIST_GONE);
        assertThat(lists.add(dynamic, contacts).state()).isEqualTo(MemberChange.State.LIST_DYNAMIC);
        assertThat(lists.find("All")).isEqualTo(new ContactList(dynamic, true));
        assertThat(lists.find(NAME)).isNull();
    }

    @Test
    void asksNothingForNobodyAndRefusesAContradiction() {
        assertThat(lists.change(1, List.of(), List.of()).state()).isEqualTo(MemberChange.State.DONE);
        assertThatIllegalArgumentException().isThrownBy(() -> lists.change(1, List.of(7L), List.of(7L)));
        assertThat(account.sandbox.traffic().count()).isZero();
    }

    @Test
    void namesTheScope() {
        try (SandboxAccount strict = new SandboxAccount(options -> options.withoutScope("crm.lists.write"))) {
            assertThatThrownBy(() -> strict.hubSpot.lists().findOrCreate(NAME))
                    .isInstanceOf(HubSpotException.MissingScopes.class)
                    .hasMessageContaining("crm.lists.write");
        }
    }
}
