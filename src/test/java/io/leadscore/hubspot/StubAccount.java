package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A HubSpot that speaks to a stub, in a time that passes at once. */
final class StubAccount implements AutoCloseable {

    static final String TOKEN = "pat-na1-0000-secret";

    final FakeTicker time = new FakeTicker();
    final StubHubSpot stub = new StubHubSpot();
    final HubSpot hubSpot;

    StubAccount() throws IOException {
        this(ApiVersions.all(ApiVersions.CURRENT), Map.of());
    }

    StubAccount(ApiVersions versions, Map<ObjectType, Set<String>> custom) throws IOException {
        hubSpot = open(settings(stub.url(), versions, custom, Duration.ofSeconds(10)));
    }

    HubSpot open(HubSpotSettings settings) {
        return new HubSpot(settings, time, DealStages.inMemory(), time, () -> 0);
    }

    /** Another window to the same stub, with this memory for deal stages. */
    HubSpot open(DealStages memory) {
        HubSpotSettings settings =
                settings(stub.url(), ApiVersions.all(ApiVersions.CURRENT), Map.of(), Duration.ofSeconds(10));
        return new HubSpot(settings, time, memory, time, () -> 0);
    }

    /** Another window to the same stub, with this gate. */
    HubSpot open(AttemptGate gate) {
        HubSpotSettings settings =
                settings(stub.url(), ApiVersions.all(ApiVersions.CURRENT), Map.of(), Duration.ofSeconds(10));
        return new HubSpot(settings, time, DealStages.inMemory(), PropertyKnowledge.inMemory(), time, () -> 0, gate);
    }

    static HubSpotSettings settings(
            URI url, ApiVersions versions, Map<ObjectType, Set<String>> custom, Duration timeout) {
        return new HubSpotSettings(url, TOKEN, versions, null, 4, null, timeout, custom);
    }

    int calls() {
        return stub.asked().size();
    }

    @Override
    public void close() {
        hubSpot.close();
        stub.close();
    }
}
