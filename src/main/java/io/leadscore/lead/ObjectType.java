package io.leadscore.lead;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of HubSpot record that a lead is made of, in the order in which they are pulled. */
public enum ObjectType {
    CONTACTS,
    COMPANIES,
    DEALS,
    EMAILS,
    CALLS,
    MEETINGS,
    NOTES,
    TASKS,
    COMMUNICATIONS;

    private final String apiName = name().toLowerCase(Locale.ROOT);

    /** HubSpot's name of the type, as it stands in paths: {@code contacts}, {@code emails}, ... */
    public String apiName() {
        return apiName;
    }

    /** Whether records of this type are engagements: all but contacts, companies and deals. */
    public boolean isEngagement() {
        return compareTo(DEALS) > 0;
    }

    /** Every type that is associated to a contact: all but contacts themselves. */
    public static List<ObjectType> associatedToContacts() {
        return Arrays.stream(values()).filter(type -> type != CONTACTS).toList();
    }

    /**
     * The type with this API name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ObjectType ofApiName(String apiName) {
        return valueOf(apiName.toUpperCase(Locale.ROOT));
    }
}
