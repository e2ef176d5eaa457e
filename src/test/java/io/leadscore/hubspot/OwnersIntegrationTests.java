package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnersIntegrationTests {

    private final SandboxAccount account = new SandboxAccount();
    private final Owners owners = account.hubSpot.owners();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void readsActiveAndArchivedOnesAndQueues() {
        assertThat(owners.all())
                .hasSize(6)
                .filteredOn(Owner::isAssignable)
                .extracting(Owner::id)
                .containsExactlyElementsOf(account.sandbox.owners().active());
        assertThat(owners.all()).filteredOn(Owner::archived).singleElement().satisfies(owner -> assertThat(owner.type())
                .isEqualTo(Owner.Type.PERSON));
        assertThat(owners.all())
                .filteredOn(owner -> owner.type() == Owner.Type.QUEUE)
                .hasSize(1);
        assertThat(owners.all().get(0)).isEqualTo(new Owner(41_629_779, 9_586_504L, Owner.Type.PERSON, false));
    }

    @Test
    void pagesThroughMany() {
        IntStream.range(0, 230).forEach(number -> account.sandbox.owners().add("Person" + number, "Doe"));

        assertThat(owners.all()).hasSize(236).doesNotHaveDuplicates();
        assertThat(account.sandbox.traffic().count()).isEqualTo(4); // 235 active ones by 100, and one archived
    }

    @Test
    void givesAddressesInTransitOnly() {
        Map<Long, OwnerAddress> addresses = owners.addresses();

        assertThat(addresses).containsOnlyKeys(account.sandbox.owners().active());
        assertThat(addresses.get(41_629_779L)).satisfies(address -> {
            assertThat(address.email()).isEqualTo("alva@seller.example");
            assertThat(address.firstName()).isEqualTo("Alva");
        });
        assertThat(addresses.toString()).doesNotContainIgnoringCase("alva");
        assertThat(owners.all().toString()).doesNotContainIgnoringCase("alva");
    }

    @Test
    void namesTheScope() {
        try (SandboxAccount strict = new SandboxAccount(options -> options.withoutScope("crm.objects.owners.read"))) {
            assertThatThrownBy(() -> strict.hubSpot.owners().all())
                    .isInstanceOf(HubSpotException.MissingScopes.class)
                    .hasMessageContaining("crm.objects.owners.read");
        }
    }
}
