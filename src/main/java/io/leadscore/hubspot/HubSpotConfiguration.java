package io.leadscore.hubspot;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the window to HubSpot from its settings, the time source and, if there are any, memories for deal stages and
 * properties, a gate for attempts and a ticker.
 */
@Configuration(proxyBeanMethods = false)
public class HubSpotConfiguration {

    @Bean
    HubSpot hubSpot(
            HubSpotSettings settings,
            InstantSource clock,
            ObjectProvider<DealStages> stages,
            ObjectProvider<PropertyKnowledge> knowledge,
            ObjectProvider<AttemptGate> gate,
            ObjectProvider<Ticker> ticker) {
        return HubSpot.create(
                settings,
                clock,
                stages.getIfAvailable(DealStages::inMemory),
                knowledge.getIfAvailable(PropertyKnowledge::inMemory),
                ticker.getIfAvailable(Ticker::system),
                gate.getIfAvailable(() -> AttemptGate.OPEN));
    }
}
