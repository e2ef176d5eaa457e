package io.leadscore.hubspot;

import io.leadscore.sandbox.RecordType;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A HubSpot that speaks to the stateful stand-in, in a time that passes at once. */
public final class SandboxAccount implements AutoCloseable {

    final FakeTicker time = new FakeTicker();
    public final Sandbox sandbox;
    public final HubSpot hubSpot;

    public SandboxAccount() {
        this(options -> options);
    }

    SandboxAccount(UnaryOperator<SandboxOptions> change) {
        sandbox = Sandbox.start(change.apply(SandboxOptions.empty(time).withTicker(time::nanos)));
        HubSpotSettings settings = new HubSpotSettings(
                sandbox.baseUrl(),
                sandbox.token(),
                ApiVersions.all(ApiVersions.CURRENT),
                null,
                4,
                null,
                Duration.ofSeconds(10),
                Map.of());
        hubSpot = new HubSpot(settings, time, DealStages.inMemory(), time, () -> 0);
    }

    public long contact(String email) {
        return sandbox.crm().create(RecordType.CONTACTS, Map.of("email", email));
    }

    public List<Long> contacts(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> sandbox.crm().create(RecordType.CONTACTS, Map.of()))
                .toList();
    }

    /** What time it is. */
    public InstantSource clock() {
        return time;
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        time.pass(duration);
    }

    @Override
    public void close() {
        hubSpot.close();
        sandbox.close();
    }
}
