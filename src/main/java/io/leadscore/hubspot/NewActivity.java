package io.leadscore.hubspot;

import java.util.Map;

/** A task or note that is to be created on a contact. */
public sealed interface NewActivity permits NewTask, NewNote {

    /** {@code ls-} and 16 hexadecimal digits, another for every activity: how it is found again, and its trace id. */
    String marker();

    long contactId();

    ActivityKind kind();

    /** HubSpot's properties. */
    Map<String, String> properties();
}
