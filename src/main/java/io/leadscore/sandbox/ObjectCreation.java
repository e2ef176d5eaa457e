package io.leadscore.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Creates a record from a call's input, with the associations that it names. */
final class ObjectCreation {

    private final Account account;

    ObjectCreation(Account account) {
        this.account = account;
    }

    /** The created record; 400 for invalid values or an association that cannot be, 409 for an e-mail in use. */
    Map<String, @Nullable Object> create(RecordType type, String version, JsonNode input) {
        Map<String, String> values = Json.textValues(input.path("properties"));
        List<PropertyProblem> problems = account.validator().problems(type, version, PropertyValues.NONE, values);
        if (!problems.isEmpty()) {
            throw ApiProblem.invalid(problems, account.options().portalId());
        }
        if (type.isEngagement() && !values.containsKey("hs_timestamp")) {
            throw ApiProblem.invalid(
                    List.of(new PropertyProblem(
                            "MISSING_REQUIRED_PROPERTY", "hs_timestamp", "Property \"hs_timestamp\" is required")),
                    account.options().portalId());
        }
        if (type == RecordType.CONTACTS) {
            refuseKnownEmail(values.get("email"));
        }
        input.path("associations").forEach(this::refuseUnknown);
        StoredObject object = account.store().create(type, PropertyValues.of(values));
        input.path("associations").forEach(association -> associate(object, association));
        Map<String, @Nullable Object> json = account.json().written(object, object.state(), values.keySet());
        if (input.hasNonNull("objectWriteTraceId")) {
            json.put("objectWriteTraceId", input.path("objectWriteTraceId").asString(""));
        }
        return json;
    }

    private void refuseKnownEmail(@Nullable String email) {
        if (email == null || email.isEmpty()) {
            return;
        }
        for (StoredObject contact : account.store().table(RecordType.CONTACTS).all()) {
            if (contact.alive()
                    && email.equalsIgnoreCase(contact.state().properties().get("email"))) {
                throw ApiProblem.of(409, "CONFLICT", "Contact already exists. Existing ID: " + contact.id());
            }
        }
    }

    private void refuseUnknown(JsonNode association) {
        long toId = ApiCall.number(association.path("to").path("id").asString(""));
        for (RecordType to : RecordType.values()) {
            if (account.store().table(to).resolve(toId) != null) {
                return;
            }
        }
        throw ApiProblem.invalid("One or more associations are not valid: " + toId);
    }

    private void associate(StoredObject object, JsonNode association) {
        long toId = ApiCall.number(association.path("to").path("id").asString(""));
        for (JsonNode kind : association.path("types")) {
            int typeId = kind.path("associationTypeId").asInt(0);
            for (RecordType to : RecordType.values()) {
                AssociationType primary = AssociationType.primary(object.type(), to);
                StoredObject other = account.store().table(to).resolve(toId);
                if (other == null) {
                    continue;
                }
                if (primary != null && primary.typeId() == typeId) {
                    account.store().associations().linkPrimary(object.type(), object.id(), to, other.id());
                } else if (AssociationType.plain(object.type(), to).typeId() == typeId) {
                    account.store().associations().link(object.type(), object.id(), to, other.id());
                    if (to == RecordType.CONTACTS && object.type().isEngagement()) {
                        account.rollups().logged(object, other);
                    }
                }
            }
        }
    }
}
