package io.leadscore.sandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The account's records, their associations and their schemas. Thread-safe. */
final class ObjectStore {

    /** How long before what search sees a state is kept, so that a search under way never misses it. */
    private static final String OWNER = "hubspot_owner_id";

    private static final long GRACE_MILLIS = 60_000;

    private static final String ENTERED_STAGE = "hs_v2_date_entered_current_stage";

    private final InstantSource clock;
    private final long indexLagMillis;
    private final Map<RecordType, ObjectTable> tables = new EnumMap<>(RecordType.class);
    private final Map<RecordType, Schema> schemas = new EnumMap<>(RecordType.class);
    private final Associations associations = new Associations();
    private final DealPipeline pipeline = new DealPipeline();
    private final ExchangeRates rates = new ExchangeRates();
    private volatile long indexedAtLeast = Long.MIN_VALUE;

    ObjectStore(InstantSource clock, Duration indexLag) {
        this.clock = clock;
        this.indexLagMillis = indexLag.toMillis();
        for (RecordType type : RecordType.values()) {
            tables.put(type, new ObjectTable(type));
            schemas.put(type, new Schema(DefaultProperties.of(type)));
        }
    }

    ObjectTable table(RecordType type) {
        return Objects.requireNonNull(tables.get(type));
    }

    Schema schema(RecordType type) {
        return Objects.requireNonNull(schemas.get(type));
    }

    Associations associations() {
        return associations;
    }

    DealPipeline pipeline() {
        return pipeline;
    }

    ExchangeRates rates() {
        return rates;
    }

    long now() {
        return clock.millis();
    }

    /** Creates a record now; a creation date among the values is an import's and sets the record's. */
    StoredObject create(RecordType type, PropertyValues values) {
        long now = now();
        String imported = values.get("createdate");
        long createdAt = imported == null ? now : PropertyReader.millis(imported);
        PropertyValues stated = values.with(Map.of("createdate", ""));
        return table(type).add(new ObjectState(entered(type, stated, stated, now), createdAt, now, now, 0));
    }

    /** An app changes properties. */
    ObjectState update(StoredObject object, Map<String, String> changes) {
        return update(object, changes, "INTEGRATION");
    }

    /** @param source HubSpot's word for who changes them: {@code CRM_UI}, {@code INTEGRATION} */
    ObjectState update(StoredObject object, Map<String, String> changes, String source) {
        long now = now();
        PropertyValues told = object.state().properties();
        ObjectState next = change(object, state -> {
            PropertyValues before = state.properties();
            PropertyValues after = before.with(changes);
            boolean moved = !Objects.equals(before.get("dealstage"), after.get("dealstage"));
            return state.changed(moved ? entered(object.type(), PropertyValues.of(changes), after, now) : after, now);
        });
        changes.keySet().stream()
                .filter(ObjectStore::keepsHistory)
                .forEach(name ->
                        object.remember(name, told.get(name), next.properties().get(name), now, source));
        return next;
    }

    /** Whether all values that a property had are kept: of owners and whatever people write, and no scores. */
    static boolean keepsHistory(String property) {
        return property.equals(OWNER) || !(property.startsWith("hs_") || property.startsWith("ai_"));
    }

    /** A deal notes when it came into its stage, unless it is told. */
    private static PropertyValues entered(RecordType type, PropertyValues told, PropertyValues values, long at) {
        return type != RecordType.DEALS || values.get("dealstage") == null || told.get(ENTERED_STAGE) != null
                ? values
                : values.with(Map.of(ENTERED_STAGE, PropertyReader.iso(at)));
    }

    ObjectState change(StoredObject object, UnaryOperator<ObjectState> change) {
        return object.change(change, indexLagMillis == 0 ? Long.MAX_VALUE : now() - indexLagMillis - GRACE_MILLIS);
    }

    void archive(StoredObject object) {
        long now = now();
        change(object, state -> state.archivedAt(now));
        associations.unlinkAll(object.type(), object.id());
    }

    /** Removes every trace, as a privacy deletion does. */
    void purge(StoredObject object) {
        associations.unlinkAll(object.type(), object.id());
        table(object.type()).forget(object.id());
    }

    /** Merges a record into another, which gets its associations and the values that it lacks. */
    void merge(StoredObject survivor, StoredObject merged) {
        PropertyValues values = merged.state().properties();
        archive(merged, survivor);
        long now = now();
        change(survivor, state -> {
            Map<String, String> missing = values.toMap();
            missing.keySet().removeAll(state.properties().toMap().keySet());
            String before = state.properties().get("hs_merged_object_ids");
            missing.put("hs_merged_object_ids", joined(before, values.get("hs_merged_object_ids"), merged.id()));
            return state.changed(state.properties().with(missing), now);
        });
    }

    private void archive(StoredObject merged, StoredObject survivor) {
        long now = now();
        change(merged, state -> state.archivedAt(now));
        associations.move(merged.type(), merged.id(), survivor.id());
        table(merged.type()).mergedInto(merged.id(), survivor.id());
    }

    private static String joined(@Nullable String before, @Nullable String inherited, long id) {
        return String.join(
                ";",
                List.of(before == null ? "" : before, inherited == null ? "" : inherited, String.valueOf(id)).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    /** The instant up to which search sees changes now. */
    long indexedUpTo() {
        return indexLagMillis == 0 ? Long.MAX_VALUE : Math.max(now() - indexLagMillis, indexedAtLeast);
    }

    /** Makes every change so far visible to search at once. */
    void indexNow() {
        indexedAtLeast = now();
    }
}
