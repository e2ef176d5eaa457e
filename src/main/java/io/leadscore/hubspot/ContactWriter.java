package io.leadscore.hubspot;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes to contacts in batches and finds out what became of each one, whichever way HubSpot says it or does not.
 * Thread-safe.
 */
final class ContactWriter {

    /** HubSpot's most inputs in a batch (object APIs guide). */
    private static final int LARGEST_BATCH = 100;

    /** So many rows of which an answer says nothing are not merged away: the answer is cut. */
    private static final int MANY = 5;

    /** Wrong for every contact alike. */
    static final Set<String> WRONG_FOR_ALL =
            Set.of("PROPERTY_DOESNT_EXIST", "READ_ONLY_VALUE", "PROPERTY_IS_READ_ONLY");

    private final HubSpotApi api;
    private final Calls calls;
    private final ApiVersions versions;
    private final InstantSource clock;

    ContactWriter(HubSpotApi api, Calls calls, ApiVersions versions, InstantSource clock) {
        this.api = api;
        this.calls = calls;
        this.versions = versions;
        this.clock = clock;
    }

    BatchResult write(List<ContactUpdate> updates) {
        Map<Long, ContactUpdate> byId = new LinkedHashMap<>();
        updates.forEach(update -> byId.put(update.id(), update)); // HubSpot refuses an id that comes twice
        List<ContactUpdate> rows = List.copyOf(byId.values());
        UpdateOutcome outcome = new UpdateOutcome();
        for (int start = 0; start < rows.size(); start += LARGEST_BATCH) {
            send(rows.subList(start, Math.min(rows.size(), start + LARGEST_BATCH)), 1, outcome);
        }
        return outcome.result();
    }

    /** @param attempt how often HubSpot said nothing of these rows, and once more */
    private void send(List<ContactUpdate> rows, int attempt, UpdateOutcome outcome) {
        if (rows.isEmpty()) {
            return;
        }
        UpdateInputs inputs = UpdateInputs.of(rows);
        CrmObjects answer;
        try {
            answer = calls.callOrRefusal(
                            Family.WRITES, () -> api.updateContacts(versions.writes(), inputs), CrmObjects::isReadable)
                    .body();
        } catch (FailedCall refusal) {
            isolate(rows, refusal, attempt, outcome);
            return;
        }
        Map<Long, ContactUpdate> open = byId(rows);
        settleUpdated(answer, open, outcome);
        settleFaults(answer, open, outcome);
        List<ContactUpdate> silent = List.copyOf(open.values());
        if (silent.size() > MANY && attempt < Calls.ATTEMPTS) {
            send(silent, attempt + 1, outcome);
            return;
        }
        for (ContactUpdate one : silent) {
            resolve(one, rows.size() == 1, attempt, answer.faults(), outcome);
        }
    }

    private void settleUpdated(CrmObjects answer, Map<Long, ContactUpdate> open, UpdateOutcome outcome) {
        for (CrmObject result : answer.objects()) {
            Long id = result.number();
            if (id != null && open.remove(id) != null) {
                Instant at = PropertyValues.parseInstant(result.updatedAt());
                outcome.updated(id, at == null ? clock.instant() : at);
            }
        }
    }

    private void settleFaults(CrmObjects answer, Map<Long, ContactUpdate> open, UpdateOutcome outcome) {
        for (ApiError fault : answer.faults()) {
            refuseIfWrongForAll(fault);
            for (Long id : named(fault, open.keySet())) {
                open.remove(id);
                reject(id, fault, 207, outcome);
            }
        }
    }

    /** HubSpot refuses the whole batch: take out the rows that it names, else halve until the bad one is alone. */
    private void isolate(List<ContactUpdate> rows, FailedCall refusal, int attempt, UpdateOutcome outcome) {
        refuseIfWrongForAll(refusal.error());
        if (refusal.isMissing() && !isNotFound(refusal.error())) {
            throw calls.translate(refusal); // the path is unknown, not a contact
        }
        if (rows.size() == 1) {
            long id = rows.get(0).id();
            if (isNotFound(refusal.error())) {
                outcome.gone(id);
            } else {
                outcome.rejected(id, refusal.error(), refusal.status());
            }
            return;
        }
        Set<Long> named = named(refusal.error(), byId(rows).keySet());
        if (!named.isEmpty() && named.size() < rows.size()) {
            named.forEach(id -> reject(id, refusal.error(), refusal.status(), outcome));
            send(rows.stream().filter(row -> !named.contains(row.id())).toList(), attempt, outcome);
            return;
        }
        int middle = rows.size() / 2;
        send(rows.subList(0, middle), attempt, outcome);
        send(rows.subList(middle, rows.size()), attempt, outcome);
    }

    /** Neither updated nor at fault: merged away, gone, or named in no error. */
    private void resolve(
            ContactUpdate silent, boolean alone, int attempt, List<ApiError> faults, UpdateOutcome outcome) {
        CrmObject found;
        try {
            found = calls.callOrRefusal(
                            Family.OBJECTS,
                            () -> api.contact(versions.objects(), silent.id(), "hs_object_id"),
                            object -> object.number() != null)
                    .body();
        } catch (FailedCall refusal) {
            if (!refusal.isMissing()) {
                throw calls.translate(refusal);
            }
            outcome.gone(silent.id());
            return;
        }
        Long id = found.number();
        if (id != null && id != silent.id()) {
            outcome.merged(silent.id(), id);
        } else if (alone && (!faults.isEmpty() || attempt >= Calls.ATTEMPTS)) {
            outcome.rejected(silent.id(), faults.isEmpty() ? ApiError.UNKNOWN : faults.get(0), 207);
        } else {
            send(List.of(silent), alone ? attempt + 1 : attempt, outcome);
        }
    }

    private static void reject(long id, ApiError error, int status, UpdateOutcome outcome) {
        if (isNotFound(error)) {
            outcome.gone(id);
        } else {
            outcome.rejected(id, error, status);
        }
    }

    private static boolean isNotFound(ApiError error) {
        return "OBJECT_NOT_FOUND".equals(error.category());
    }

    /** The rows that the error names, by trace id or by record id. */
    private static Set<Long> named(ApiError error, Collection<Long> rows) {
        Set<String> names = Stream.of("objectWriteTraceId", "ids", "id", "objectId")
                .flatMap(key -> error.deepStrings(key).stream())
                .collect(Collectors.toSet());
        Set<Long> named = new HashSet<>();
        for (Long row : rows) {
            if (names.contains(Long.toString(row)) || names.contains(UpdateInputs.traceId(row))) {
                named.add(row);
            }
        }
        return named;
    }

    private static void refuseIfWrongForAll(ApiError error) {
        String code = error.mostTellingCode();
        if (code != null && WRONG_FOR_ALL.contains(code)) {
            throw wrongForAll(new RejectedUpdate(0, code, error.propertyNames(), Translation.advice(code, 400)));
        }
    }

    private static HubSpotException.Rejected wrongForAll(RejectedUpdate rejection) {
        String names = rejection.properties().isEmpty()
                ? "the properties"
                : "the property " + String.join(", ", rejection.properties());
        return new HubSpotException.Rejected(
                "HubSpot does not let " + names + " be written on any contact (" + rejection.code() + ").",
                rejection.advice(),
                rejection.code(),
                rejection.properties());
    }

    private static Map<Long, ContactUpdate> byId(List<ContactUpdate> rows) {
        Map<Long, ContactUpdate> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        return byId;
    }
}
