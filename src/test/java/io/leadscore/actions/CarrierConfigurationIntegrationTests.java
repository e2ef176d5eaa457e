package io.leadscore.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.SandboxAccount;
import io.leadscore.ledger.ActionKind;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class CarrierConfigurationIntegrationTests {

    @Test
    void everyKindHasItsCarrier() {
        ChannelSettings channels = new ChannelSettings(
                "admin@example.com",
                new ChannelSettings.MailServer("127.0.0.1", 1, null, null, "leadscore@example.com"),
                URI.create("https://hooks.slack.example/services/T/B/s3cret"));
        try (SandboxAccount account = new SandboxAccount();
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(HubSpot.class, () -> account.hubSpot);
            context.registerBean(InstantSource.class, account::clock);
            context.registerBean(ActionSettings.class, () -> ActionSettings.NONE);
            context.registerBean(ChannelSettings.class, () -> channels);
            context.register(CarrierConfiguration.class);
            context.refresh();

            assertThat(context.getBeansOfType(Carrier.class).values())
                    .extracting(Carrier::kind)
                    .containsExactlyInAnyOrder(ActionKind.values());
            assertThat(context.getBean(AdminNotice.class)).isInstanceOf(AdminPost.class);
            assertThat(context.getBean(OwnerDirectory.class).owners(1))
                    .filteredOn(AccountOwner::takesLeads)
                    .extracting(AccountOwner::id)
                    .containsExactlyInAnyOrderElementsOf(
                            account.sandbox.owners().active());
        }
    }
}
