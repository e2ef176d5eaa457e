package io.leadscore.sandbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as HubSpot shows them. */
final class ObjectJson {

    private static final Map<RecordType, List<String>> DEFAULTS = Map.of(
            RecordType.CONTACTS, List.of("email", "firstname", "lastname"),
            RecordType.COMPANIES, List.of("domain", "name"),
            RecordType.DEALS, List.of("amount", "closedate", "dealname", "dealstage", "pipeline"));

    private final ObjectStore store;
    private final PropertyReader reader;

    ObjectJson(ObjectStore store, PropertyReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /**
     * A record with the properties asked for: null where they are not set, left out where they do not exist.
     *
     * @param asked empty for the type's default ones
     */
    Map<String, @Nullable Object> of(StoredObject object, ObjectState state, Collection<String> asked) {
        RecordType type = object.type();
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("hs_object_id", String.valueOf(object.id()));
        properties.put(type.createdProperty(), PropertyReader.iso(state.createdAt()));
        properties.put(type.modifiedProperty(), PropertyReader.iso(state.modifiedAt()));
        for (String name : asked.isEmpty() ? DEFAULTS.getOrDefault(type, List.of()) : asked) {
            if (store.schema(type).find(name) != null) {
                properties.put(name, reader.value(object, state, name));
            }
        }
        return around(object, state, properties);
    }

    /** A record with the properties that a write touched. */
    Map<String, @Nullable Object> written(StoredObject object, ObjectState state, Collection<String> touched) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("hs_object_id", String.valueOf(object.id()));
        properties.put(object.type().createdProperty(), PropertyReader.iso(state.createdAt()));
        properties.put(object.type().modifiedProperty(), PropertyReader.iso(state.modifiedAt()));
        touched.forEach(name -> properties.put(name, reader.value(object, state, name)));
        return around(object, state, properties);
    }

    /** Adds properties' histories; what never changed is as old as the record, what is not kept as its last change. */
    void addHistory(Map<String, @Nullable Object> json, StoredObject object, Collection<String> names) {
        Map<String, Object> history = new LinkedHashMap<>();
        for (String name : names) {
            List<StoredObject.Version> versions = object.history(name);
            String value = reader.value(object, object.state(), name);
            if (versions.isEmpty() && value != null) {
                long since = ObjectStore.keepsHistory(name)
                        ? object.state().createdAt()
                        : object.state().modifiedAt();
                versions = List.of(new StoredObject.Version(value, since, "INTEGRATION"));
            }
            history.put(
                    name,
                    versions.stream()
                            .map(version -> Map.of(
                                    "value",
                                    version.value(),
                                    "timestamp",
                                    PropertyReader.iso(version.at()),
                                    "sourceType",
                                    version.source()))
                            .toList());
        }
        json.put("propertiesWithHistory", history);
    }

    private static Map<String, @Nullable Object> around(
            StoredObject object, ObjectState state, Map<String, @Nullable Object> properties) {
        Map<String, @Nullable Object> json = Json.object(
                "id",
                String.valueOf(object.id()),
                "properties",
                properties,
                "createdAt",
                PropertyReader.iso(state.createdAt()),
                "updatedAt",
                PropertyReader.iso(state.modifiedAt()),
                "archived",
                state.archived());
        if (state.archived()) {
            json.put("archivedAt", PropertyReader.iso(state.archivedAt()));
        }
        return json;
    }
}
