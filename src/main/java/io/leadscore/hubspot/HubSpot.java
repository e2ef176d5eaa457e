package io.leadscore.hubspot;

import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A HubSpot account: what is read of it and written to it. Every call waits for the account's limits, is repeated up
 * to three attempts where that is safe and may help, and ends in a {@link HubSpotException} otherwise. Thread-safe; all
 * threads share the limits. A thread that is interrupted while it waits throws
 * {@link java.util.concurrent.CancellationException} and stays interrupted.
 */
@SuppressWarnings("DoNotCallSuggester") // the bodies follow
public final class HubSpot implements AutoCloseable {

    /** Opens the window to HubSpot; nothing is sent yet. */
    public static HubSpot create(HubSpotSettings settings, InstantSource clock) {
        return create(settings, clock, DealStages.inMemory());
    }

    /** Opens the window to HubSpot with a memory for deal stages; nothing is sent yet. */
    public static HubSpot create(HubSpotSettings settings, InstantSource clock, DealStages stages) {
        return new HubSpot();
    }

    private HubSpot() {}

    /** The account that the token belongs to. */
    public AccountDetails account() {
        throw new UnsupportedOperationException();
    }

    /**
     * A page of up to 200 records in the order of their ids: the ones behind {@code afterId} that were modified at
     * {@code modifiedSince} or later. Goes on by id, never by offset, so records that are modified meanwhile are not
     * missed and no cap applies. HubSpot's search index lags behind by some seconds or more. One call.
     *
     * @param modifiedSince null for all records
     * @param afterId 0 for the first page, then the highest id of the page before
     */
    public PulledPage search(ObjectType type, @Nullable Instant modifiedSince, long afterId) {
        throw new UnsupportedOperationException();
    }

    /**
     * A page of up to 100 records, without the lag of the search index. One call.
     *
     * @param after null for the first page, then {@link PulledPage#nextAfter()} of the page before
     */
    public PulledPage list(ObjectType type, @Nullable String after) {
        throw new UnsupportedOperationException();
    }

    /**
     * All associations of these records to the other type, complete however many there are. A call for every 1,000 ids
     * and for what records with very many associations need besides.
     *
     * @return for every asked id its links, ascending by id; empty when it has none or does not exist
     */
    public Map<Long, List<Link>> associations(ObjectType from, ObjectType to, Collection<Long> ids) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sets properties of contacts, a call for every 100. A contact that HubSpot refuses harms no other: it is found and
     * returned as rejected. Safe to repeat, also after an exception.
     *
     * @param updates any number; of two for one contact the later one counts
     * @throws HubSpotException.Rejected when a property cannot be written on any contact
     */
    public BatchResult updateContacts(List<ContactUpdate> updates) {
        throw new UnsupportedOperationException();
    }

    /**
     * Creates the property group and the properties of {@link ScoreProperty} on contacts where they are missing. Safe
     * to repeat; what exists is left alone.
     */
    public SetupResult setUp(boolean dryRun) {
        throw new UnsupportedOperationException();
    }

    /** The properties of this type that are in use. One call. */
    public List<PropertyDefinition> properties(ObjectType type) {
        throw new UnsupportedOperationException();
    }

    /** The stages of all deal pipelines by stage id, freshly read; the memory for deal stages learns them. One call. */
    public Map<String, DealStage> dealStages() {
        throw new UnsupportedOperationException();
    }

    /** What was asked of HubSpot since this was created. */
    public ApiUsage usage() {
        throw new UnsupportedOperationException();
    }

    /** Ends the connections. */
    @Override
    public void close() {}
}
