package io.leadscore.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads a record's properties, those included that HubSpot computes. */
final class PropertyReader {

    private final ObjectStore store;
    private final Associations associations;

    PropertyReader(ObjectStore store) {
        this.store = store;
        this.associations = store.associations();
    }

    @Nullable
    String value(StoredObject object, ObjectState state, String name) {
        return switch (name) {
            case "hs_object_id" -> String.valueOf(object.id());
            case "createdate", "hs_createdate" -> iso(state.createdAt());
            case "lastmodifieddate", "hs_lastmodifieddate" -> iso(state.modifiedAt());
            default ->
                switch (object.type()) {
                    case CONTACTS -> contactValue(object, state, name);
                    case DEALS -> dealValue(object, state, name);
                    default -> state.properties().get(name);
                };
        };
    }

    static String iso(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }

    /** Epoch milliseconds of an instant or a date, written in ISO 8601 or as epoch milliseconds. */
    static long millis(String value) {
        if (value.indexOf('-', 1) < 0) {
            return Long.parseLong(value);
        }
        return value.indexOf('T') < 0
                ? LocalDate.parse(value)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli()
                : Instant.parse(value).toEpochMilli();
    }

    private @Nullable String contactValue(StoredObject contact, ObjectState state, String name) {
        return switch (name) {
            case "associatedcompanyid" -> {
                Long company = associations.primaryCompany(RecordType.CONTACTS, contact.id());
                yield company == null ? null : company.toString();
            }
            case "num_associated_deals" -> {
                int deals = associations.ids(RecordType.CONTACTS, contact.id(), RecordType.DEALS).length;
                yield deals == 0 ? null : String.valueOf(deals);
            }
            default -> state.properties().get(name);
        };
    }

    private @Nullable String dealValue(StoredObject deal, ObjectState state, String name) {
        return switch (name) {
            case "hs_is_closed", "hs_is_closed_won", "hs_is_closed_lost", "hs_deal_stage_probability" ->
                stageValue(store.pipeline().find(state.properties().get("dealstage")), name);
            case "amount_in_home_currency" ->
                store.rates()
                        .inHomeCurrency(
                                state.properties().get("amount"),
                                state.properties().get("deal_currency_code"));
            case "num_associated_contacts" ->
                String.valueOf(associations.ids(RecordType.DEALS, deal.id(), RecordType.CONTACTS).length);
            default -> state.properties().get(name);
        };
    }

    private static @Nullable String stageValue(DealPipeline.@Nullable Stage stage, String name) {
        return switch (name) {
            case "hs_is_closed" -> String.valueOf(stage != null && stage.closed());
            case "hs_is_closed_won" -> String.valueOf(stage != null && stage.won());
            case "hs_is_closed_lost" -> String.valueOf(stage != null && stage.lost());
            default -> stage == null ? null : stage.probability();
        };
    }
}
