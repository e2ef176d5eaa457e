package io.leadscore.hubspot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Enrols contacts in one workflow, each when it is asked for, so that the caller can note one by one what it is about to
 * do. E-mail addresses are read ahead, a call for every 100, and each is forgotten when it was used. Not thread-safe.
 */
public final class Enrolment {

    private final Enrolling enrolling;
    private final Set<Long> ahead;
    private final Map<Long, CrmObject> contacts = new HashMap<>();

    Enrolment(Enrolling enrolling, Collection<Long> upcoming) {
        this.enrolling = enrolling;
        this.ahead = new LinkedHashSet<>(upcoming);
    }

    /**
     * Enrols a contact: one call, and now and then one for addresses. Never throws for what HubSpot does or the thread's
     * interruption. After a failure that every call shares all that follow are {@link Outcome.Unsent}.
     */
    public Outcome enrol(long contactId) {
        if (ahead.remove(contactId) || !contacts.containsKey(contactId)) {
            readAhead(contactId);
        }
        return enrolling.enrolOne(contactId, contacts.remove(contactId));
    }

    private void readAhead(long contactId) {
        List<Long> batch = new ArrayList<>(List.of(contactId));
        ahead.stream().limit(RecordReader.LARGEST_BATCH - 1).forEach(batch::add);
        batch.forEach(ahead::remove);
        contacts.putAll(enrolling.read(batch));
    }

    /** Without the addresses. */
    @Override
    public String toString() {
        return "Enrolment";
    }
}
