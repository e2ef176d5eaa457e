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

    /** Adds properties' histories: every owner, of others the present value since the record's last change. */
    void addHistory(Map<String, @Nullable Object> json, StoredObject object, Collection<String> names) {
        Map<String, Object> history = new LinkedHashMap<>();
        for (String name : names) {
            if (name.equals("hubspot_owner_id") && !object.owners().isEmpty()) {
                history.put(
                        name,
                        object.owners().stream()
                                .map(version -> Map.of(
                                        "value",
                                        version.owner(),
                                        "timestamp",
                                        PropertyReader.iso(version.at()),
                                        "sourceType",
                                        version.source()))
                                .toList());
                continue;
            }
            String value = reader.value(object, object.state(), name);
            history.put(
                    name,
                    value == null
                            ? List.of()
                            : List.of(Map.of(
                                    "value",
                                    value,
                                    "timestamp",
                                    PropertyReader.iso(object.state().modifiedAt()),
                                    "sourceType",
                                    "INTEGRATION")));
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
