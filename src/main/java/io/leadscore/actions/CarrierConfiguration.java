package io.leadscore.actions;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.Owner;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What carries actions out. Expects the window to HubSpot, {@link ActionSettings}, {@link ChannelSettings} and the clock. */
@Configuration(proxyBeanMethods = false)
class CarrierConfiguration {

    @Bean
    Channels channels(ChannelSettings settings, InstantSource clock) {
        return new Channels(settings, clock);
    }

    @Bean
    Carrier assignCarrier(HubSpot hubSpot, OwnerDirectory directory) {
        return new AssignCarrier(hubSpot, new Absentees(directory));
    }

    @Bean
    Carrier listCarrier(HubSpot hubSpot) {
        return new ListCarrier(hubSpot);
    }

    @Bean
    Carrier enrolCarrier(HubSpot hubSpot) {
        return new EnrolCarrier(hubSpot);
    }

    @Bean
    Carrier taskCarrier(HubSpot hubSpot, ActionSettings settings, InstantSource clock) {
        return new TaskCarrier(hubSpot, settings.workingHours(), clock);
    }

    @Bean
    Carrier noteCarrier(HubSpot hubSpot) {
        return new NoteCarrier(hubSpot);
    }

    @Bean
    Carrier mailCarrier(Channels channels, HubSpot hubSpot, ActionSettings settings) {
        OwnerAddresses addresses = new OwnerAddresses(() -> hubSpot.owners().addresses());
        return new MailCarrier(channels.postOffice(), addresses, settings.notifying());
    }

    @Bean
    Carrier webhookCarrier(Channels channels, ActionSettings settings) {
        return new WebhookCarrier(channels.webhook(), settings.notifying());
    }

    @Bean
    AdminNotice adminNotice(ChannelSettings settings, Channels channels, InstantSource clock) {
        return new AdminPost(settings.adminEmail(), channels, clock);
    }

    @Bean
    OwnerDirectory ownerDirectory(HubSpot hubSpot) {
        return portalId -> hubSpot.owners().all().stream()
                .map(owner -> new AccountOwner(owner.id(), owner.type() == Owner.Type.PERSON, owner.archived()))
                .toList();
    }
}
