package io.leadscore.sandbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of CRM record that the sandbox keeps, with HubSpot's names and type ids for them. */
public enum RecordType {
    CONTACTS("contact", "0-1", 10_001),
    COMPANIES("company", "0-2", 7_100_000_001L),
    DEALS("deal", "0-3", 9_200_000_001L),
    EMAILS("email", "0-49", 41_000_000_001L),
    CALLS("call", "0-48", 42_000_000_001L),
    MEETINGS("meeting", "0-47", 43_000_000_001L),
    NOTES("note", "0-46", 44_000_000_001L),
    TASKS("task", "0-27", 45_000_000_001L),
    COMMUNICATIONS("communication", "0-18", 46_000_000_001L);

    private final String apiName = name().toLowerCase(Locale.ROOT);
    private final String singular;
    private final String typeId;
    private final long firstId;

    RecordType(String singular, String typeId, long firstId) {
        this.singular = singular;
        this.typeId = typeId;
        this.firstId = firstId;
    }

    /** The name in paths: {@code contacts}. */
    public String apiName() {
        return apiName;
    }

    /** The name in messages and association types: {@code contact}. */
    public String singular() {
        return singular;
    }

    /** HubSpot's object type id: {@code 0-1}. */
    public String typeId() {
        return typeId;
    }

    /** Whether records of this type are engagements: all but contacts, companies and deals. */
    public boolean isEngagement() {
        return compareTo(DEALS) > 0;
    }

    /** The property that says when a record last changed. */
    public String modifiedProperty() {
        return this == CONTACTS ? "lastmodifieddate" : "hs_lastmodifieddate";
    }

    /** The property that says when a record was created. */
    public String createdProperty() {
        return isEngagement() ? "hs_createdate" : "createdate";
    }

    long firstId() {
        return firstId;
    }

    /** The type's part of a scope's name: engagements are read with the contacts' scopes. */
    String scopeName() {
        return isEngagement() ? CONTACTS.apiName : apiName;
    }

    /** The type that a path segment means, as plural, singular or type id; null if none. */
    static @Nullable RecordType ofSegment(String segment) {
        for (RecordType type : values()) {
            if (type.apiName.equals(segment) || type.singular.equals(segment) || type.typeId.equals(segment)) {
                return type;
            }
        }
        return null;
    }
}
