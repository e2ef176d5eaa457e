package io.leadscore.hubspot;

import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A HubSpot account: what is read of it and written to it. Every call waits for the account's limits, is repeated up
 * to three attempts where that is safe and may help, and ends in a {@link HubSpotException} otherwise. Thread-safe; all
 * threads share the limits. A thread that is interrupted while it waits throws
 * {@link java.util.concurrent.CancellationException} and stays interrupted.
 */
public final class HubSpot implements AutoCloseable {

    /** So many records' values are read by one call. */
    public static final int VALUES_A_CALL = RecordReader.LARGEST_BATCH;

    private static final Logger log = LoggerFactory.getLogger(HubSpot.class);

    private final UsageCounters counters = new UsageCounters();
    private final ApiVersions versions;
    private final RequestBudget budget;
    private final ServerClock serverClock;
    private final HttpWindow window;
    private final Calls calls;
    private final Translation translation;
    private final AccountStages stages;
    private final AccountProperties properties;
    private final ObjectPuller puller;
    private final AssociationReader associations;
    private final ContactWriter writer;
    private final RecordReader records;
    private final PropertySetup setup;
    private final Owners owners;
    private final ContactOwners contactOwners;
    private final Activities activities;
    private final Lists lists;
    private final Workflows workflows;

    /** Opens the window to HubSpot; nothing is sent yet. */
    public static HubSpot create(HubSpotSettings settings, InstantSource clock) {
        return create(
                settings,
                clock,
                DealStages.inMemory(),
                PropertyKnowledge.inMemory(),
                Ticker.system(),
                AttemptGate.OPEN);
    }

    /** Opens the window to HubSpot with what is remembered of the account and a gate for attempts; nothing is sent yet. */
    static HubSpot create(
            HubSpotSettings settings,
            InstantSource clock,
            DealStages stages,
            PropertyKnowledge knowledge,
            Ticker ticker,
            AttemptGate gate) {
        return new HubSpot(
                settings,
                clock,
                stages,
                knowledge,
                ticker,
                () -> ThreadLocalRandom.current().nextDouble(),
                gate);
    }

    /** @param jitter random numbers in [0, 1) */
    HubSpot(HubSpotSettings settings, InstantSource clock, DealStages memory, Ticker ticker, DoubleSupplier jitter) {
        this(settings, clock, memory, PropertyKnowledge.inMemory(), ticker, jitter, AttemptGate.OPEN);
    }

    /** @param jitter random numbers in [0, 1) */
    HubSpot(
            HubSpotSettings settings,
            InstantSource clock,
            DealStages memory,
            PropertyKnowledge knowledge,
            Ticker ticker,
            DoubleSupplier jitter,
            AttemptGate gate) {
        versions = settings.versions();
        budget = new RequestBudget(
                storage(settings.budgetFile()), settings.burstLimit(), settings.searchLimit(), clock, ticker);
        serverClock = new ServerClock(clock, ticker);
        window = new HttpWindow(settings, ticker, serverClock);
        translation = new Translation(settings.endpoint());
        calls = new Calls(budget, counters, ticker, jitter, translation, gate);
        HubSpotApi api = window.api();
        stages = new AccountStages(api, calls, versions.pipelines(), memory, clock);
        properties = new AccountProperties(api, calls, settings, knowledge, clock);
        puller = new ObjectPuller(
                api,
                calls,
                new FactsMapping(
                        settings.customProperties(),
                        stages::forPage,
                        new HomeCurrency(() -> accountAnswer().companyCurrency()),
                        properties,
                        knowledge),
                properties,
                settings,
                clock);
        associations = new AssociationReader(api, calls, translation, versions.associations());
        writer = new ContactWriter(api, calls, versions, clock);
        setup = new PropertySetup(api, calls, versions.properties());
        records = new RecordReader(api, calls, versions.objects());
        owners = new Owners(api, calls, versions.objects());
        contactOwners = new ContactOwners(records, writer);
        activities = new Activities(
                api,
                calls,
                versions.writes(),
                new ActivityFinder(api, calls, versions.objects(), associations, records));
        lists = new Lists(api, calls, versions.objects());
        workflows = new Workflows(api, calls, records);
    }

    private static BudgetStorage storage(@Nullable Path file) {
        if (file == null) {
            return BudgetStorage.inMemory();
        }
        try {
            return BudgetFile.open(file);
        } catch (UncheckedIOException exception) {
            log.warn("The calls of the last seconds cannot be kept in {}; they are forgotten at exit.", file);
            return BudgetStorage.inMemory();
        }
    }

    /** The account that the token belongs to. */
    public AccountDetails account() {
        AccountAnswer answer = accountAnswer();
        String timeZone = answer.timeZone();
        return new AccountDetails(
                answer.portalId() == null ? 0 : answer.portalId(), timeZone == null ? "UTC" : timeZone);
    }

    private AccountAnswer accountAnswer() {
        return calls.call(
                        Family.ACCOUNT,
                        () -> window.api().account(versions.account()),
                        details -> details.portalId() != null)
                .body();
    }

    /**
     * A page of up to 200 records in the order of their ids, as HubSpot shows it: the ones behind {@code afterId} that
     * were modified at {@code modifiedSince} or later. HubSpot's search index lags behind by some seconds or more. One
     * call. Who needs all of them takes a {@link #scan}.
     *
     * @param modifiedSince null for all records
     * @param afterId 0 for the first page
     */
    public PulledPage search(ObjectType type, @Nullable Instant modifiedSince, long afterId) {
        return puller.search(type, modifiedSince, afterId);
    }

    /**
     * All records behind {@code afterId} that were modified at {@code modifiedSince} or later, 200 a call. Goes on by id,
     * never by offset, so records that are modified meanwhile are not missed and no cap applies.
     *
     * @param modifiedSince null for all records
     * @param afterId 0 for all, or the highest id that an earlier scan had handed out
     */
    public SearchScan scan(ObjectType type, @Nullable Instant modifiedSince, long afterId) {
        return new SearchScan(puller, calls, translation, type, modifiedSince, afterId);
    }

    /**
     * All records of a type, 100 a call, without the lag of the search index.
     *
     * @param after null for all, or {@link PulledPage#nextAfter()} of the last page that an earlier scan handed out
     * @param readBefore records that it had handed out before that page's end
     */
    public ListScan list(ObjectType type, @Nullable String after, long readBefore) {
        return new ListScan(puller, calls, translation, type, after, readBefore);
    }

    /**
     * All associations of these records to the other type, complete however many there are. A call for every 1,000 ids
     * and for what records with very many associations need besides.
     *
     * @return for every asked id its links, ascending by id; empty when it has none or does not exist
     */
    public Map<Long, List<Link>> associations(ObjectType from, ObjectType to, Collection<Long> ids) {
        return associations.read(from, to, ids);
    }

    /**
     * Sets properties of contacts, a call for every 100. A contact that HubSpot refuses harms no other: it is found and
     * returned as rejected. Safe to repeat, also after an exception.
     *
     * @param updates any number; of two for one contact the later one counts
     * @throws HubSpotException.Rejected when a property cannot be written on any contact
     */
    public BatchResult updateContacts(List<ContactUpdate> updates) {
        return writer.write(updates);
    }

    /**
     * Creates the property group and the properties of {@link ScoreProperty} on contacts where they are missing. Safe
     * to repeat; what exists is left alone.
     */
    public SetupResult setUp(boolean dryRun) {
        return setup.run(dryRun);
    }

    /** The properties of this type that are in use, freshly read; what is known of properties learns them. One call. */
    public List<PropertyDefinition> properties(ObjectType type) {
        return properties.read(type);
    }

    /**
     * What these records hold now of some properties, as HubSpot writes it, by id; of those that exist, without empty
     * values. A call for every {@link #VALUES_A_CALL}.
     */
    public Map<Long, Map<String, String>> values(ObjectType type, Collection<Long> ids, List<String> properties) {
        Map<Long, Map<String, String>> values = new HashMap<>();
        List<Long> all = List.copyOf(new TreeSet<>(ids));
        for (int from = 0; from < all.size(); from += VALUES_A_CALL) {
            records.read(type, properties, all.subList(from, Math.min(all.size(), from + VALUES_A_CALL)))
                    .forEach((id, record) -> values.put(id, record.values(properties)));
        }
        return values;
    }

    /** The stages of all deal pipelines by stage id, freshly read; the memory for deal stages learns them. One call. */
    public Map<String, DealStage> dealStages() {
        return stages.read();
    }

    /** The account's owners. */
    public Owners owners() {
        return owners;
    }

    /** Since when properties have had a value. */
    public PropertyHistories propertyHistories() {
        return new PropertyHistories(records);
    }

    /** Who owns a contact. */
    public ContactOwners contactOwners() {
        return contactOwners;
    }

    /** Tasks and notes. */
    public Activities activities() {
        return activities;
    }

    /** Static lists of contacts. */
    public Lists lists() {
        return lists;
    }

    /** Workflows. */
    public Workflows workflows() {
        return workflows;
    }

    /** The version of HubSpot's API that updates are sent to, such as {@code 2026-09}. */
    public String writeVersion() {
        return versions.writes();
    }

    /** How far HubSpot's clock is ahead of ours, by its answers of the last two minutes; null when there were none. */
    public @Nullable Duration clockAhead() {
        return serverClock.ahead();
    }

    /** What was asked of HubSpot since this was created. */
    public ApiUsage usage() {
        return counters.snapshot(budget);
    }

    /** Ends the connections. */
    @Override
    public void close() {
        window.close();
        budget.close();
    }
}
