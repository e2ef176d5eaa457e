package io.leadscore.hubspot;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the window to HubSpot from its settings, the time source and, if there are any, memories for deal stages and
 * properties and a gate for attempts.
 */
@Configuration(proxyBeanMethods = false)
public class HubSpotConfiguration {

    @Bean
    HubSpot hubSpot(
            HubSpotSettings settings,
            InstantSource clock,
            ObjectProvider<DealStages> stages,
            ObjectProvider<PropertyKnowledge> knowledge,
            ObjectProvider<AttemptGate> gate) {
        return HubSpot.create(
                settings,
                clock,
                stages.getIfAvailable(DealStages::inMemory),
                knowledge.getIfAvailable(PropertyKnowledge::inMemory),
                gate.getIfAvailable(() -> AttemptGate.OPEN));
    }
}
