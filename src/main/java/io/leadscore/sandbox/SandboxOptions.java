package io.leadscore.sandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * How a sandbox is to be.
 *
 * @param port to listen on, at 127.0.0.1 only; 0 takes a free one
 * @param seed of the seeded data: the same seed, size and clock give the same records
 * @param contacts how many contacts to seed; companies, deals and engagements follow in proportion; 0 seeds nothing
 * @param portalId the account's id
 * @param token the bearer token that never expires
 * @param limits the request limits
 * @param indexLag how long a change stays invisible to search
 * @param latency added to every call
 * @param associationPage most entries per record in an association read, and in a record's inline associations
 * @param scopes what the token may do; a call that needs another is answered 403
 * @param clock gives modified times, token expiry and the {@code Date} header
 * @param ticker nanoseconds for the request limits, as {@link System#nanoTime()}
 */
public record SandboxOptions(
        int port,
        long seed,
        int contacts,
        long portalId,
        String token,
        Limits limits,
        Duration indexLag,
        Duration latency,
        int associationPage,
        Set<String> scopes,
        InstantSource clock,
        LongSupplier ticker) {

    /** Every scope that some endpoint of the sandbox asks for. */
    public static final Set<String> ALL_SCOPES = Set.of(
            "crm.objects.contacts.read",
            "crm.objects.contacts.write",
            "crm.objects.companies.read",
            "crm.objects.companies.write",
            "crm.objects.deals.read",
            "crm.objects.deals.write",
            "crm.schemas.contacts.write",
            "crm.schemas.companies.write",
            "crm.schemas.deals.write",
            "crm.objects.owners.read",
            "crm.lists.read",
            "crm.lists.write",
            "automation");

    public SandboxOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The sandbox's port must be between 0 and 65535, not " + port + ".");
        }
        if (contacts < 0) {
            throw new IllegalArgumentException("The sandbox's contacts must be 0 or more, not " + contacts + ".");
        }
        if (associationPage < 1) {
            throw new IllegalArgumentException("The sandbox's association page must be at least 1.");
        }
        if (indexLag.isNegative() || latency.isNegative()) {
            throw new IllegalArgumentException("The sandbox's index lag and latency must not be negative.");
        }
        scopes = Set.copyOf(scopes);
    }

    /** A free port, 1,000 contacts, a Professional account's limits, every scope, no lag, no latency. */
    public static SandboxOptions defaults(InstantSource clock) {
        return new SandboxOptions(
                0,
                1,
                1_000,
                48_151_623,
                "pat-na1-sandbox",
                Limits.professional(),
                Duration.ZERO,
                Duration.ZERO,
                500,
                ALL_SCOPES,
                clock,
                System::nanoTime);
    }

    /** The defaults with no record and no limit: what most tests start from. */
    public static SandboxOptions empty(InstantSource clock) {
        return defaults(clock).withContacts(0).withLimits(Limits.none());
    }

    public SandboxOptions withPort(int value) {
        return new SandboxOptions(
                value,
                seed,
                contacts,
                portalId,
                token,
                limits,
                indexLag,
                latency,
                associationPage,
                scopes,
                clock,
                ticker);
    }

    public SandboxOptions withSeed(long value) {
        return new SandboxOptions(
                port,
                value,
                contacts,
                portalId,
                token,
                limits,
                indexLag,
                latency,
                associationPage,
                scopes,
                clock,
                ticker);
    }

    public SandboxOptions withContacts(int value) {
        return new SandboxOptions(
                port, seed, value, portalId, token, limits, indexLag, latency, associationPage, scopes, clock, ticker);
    }

    public SandboxOptions withPortalId(long value) {
        return new SandboxOptions(
                port, seed, contacts, value, token, limits, indexLag, latency, associationPage, scopes, clock, ticker);
    }

    public SandboxOptions withToken(String value) {
        return new SandboxOptions(
                port,
                seed,
                contacts,
                portalId,
                value,
                limits,
                indexLag,
                latency,
                associationPage,
                scopes,
                clock,
                ticker);
    }

    public SandboxOptions withLimits(Limits value) {
        return new SandboxOptions(
                port,
                seed,
                contacts,
                portalId,
                token,
                value,
                indexLag,
                latency,
                associationPage,
                scopes,
                clock,
                ticker);
    }

    public SandboxOptions withIndexLag(Duration value) {
        return new SandboxOptions(
                port, seed, contacts, portalId, token, limits, value, latency, associationPage, scopes, clock, ticker);
    }

    public SandboxOptions withLatency(Duration value) {
        return new SandboxOptions(
                port, seed, contacts, portalId, token, limits, indexLag, value, associationPage, scopes, clock, ticker);
    }

    public SandboxOptions withAssociationPage(int value) {
        return new SandboxOptions(
                port, seed, contacts, portalId, token, limits, indexLag, latency, value, scopes, clock, ticker);
    }

    public SandboxOptions withoutScope(String scope) {
        Set<String> others = new TreeSet<>(scopes);
        others.remove(scope);
        return new SandboxOptions(
                port,
                seed,
                contacts,
                portalId,
                token,
                limits,
                indexLag,
                latency,
                associationPage,
                others,
                clock,
                ticker);
    }

    public SandboxOptions withClock(InstantSource value) {
        return new SandboxOptions(
                port,
                seed,
                contacts,
                portalId,
                token,
                limits,
                indexLag,
                latency,
                associationPage,
                scopes,
                value,
                ticker);
    }

    public SandboxOptions withTicker(LongSupplier value) {
        return new SandboxOptions(
                port,
                seed,
                contacts,
                portalId,
                token,
                limits,
                indexLag,
                latency,
                associationPage,
                scopes,
                clock,
                value);
    }
}
