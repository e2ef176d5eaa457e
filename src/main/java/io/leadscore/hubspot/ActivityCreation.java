package io.leadscore.hubspot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Creates activities of one kind and gathers what became of each. Serves one call; not thread-safe. */
final class ActivityCreation {

    private final HubSpotApi api;
    private final Calls calls;
    private final String version;
    private final ActivityKind kind;
    private final Map<String, Outcome> outcomes = new HashMap<>();

    /** Set by the first failure that every further call would share. */
    private Outcome.@Nullable Unsent stop;

    ActivityCreation(HubSpotApi api, Calls calls, String version, ActivityKind kind) {
        this.api = api;
        this.calls = calls;
        this.version = version;
        this.kind = kind;
    }

    Map<String, Outcome> outcomes() {
        return outcomes;
    }

    /** @param rows at most one batch */
    void send(List<NewActivity> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (stop != null) {
            settle(rows, stop);
            return;
        }
        ActivityInputs inputs = ActivityInputs.of(rows);
        try {
            CrmObjects answer = calls.once(
                            Family.ACTIVITIES,
                            () -> api.create(version, kind.type().apiName(), inputs),
                            CrmObjects::isReadable)
                    .body();
            take(answer, rows);
        } catch (LostAnswer lost) {
            settle(rows, new Outcome.Unanswered());
        } catch (FailedCall refusal) {
            isolate(rows, refusal);
        } catch (HubSpotException failure) {
            stop(rows, failure);
        } catch (CancellationException interrupted) {
            stop(rows, null);
        }
    }

    private void take(CrmObjects answer, List<NewActivity> rows) {
        Map<String, NewActivity> open = new LinkedHashMap<>();
        rows.forEach(row -> open.put(row.marker(), row));
        for (CrmObject created : answer.objects()) {
            String marker = rows.size() == 1 ? rows.get(0).marker() : markerOf(created);
            if (marker != null && open.remove(marker) != null) {
                outcomes.put(marker, new Outcome.Done(created.number()));
            }
        }
        for (ApiError fault : answer.faults()) {
            for (String marker : named(fault, open.keySet())) {
                open.remove(marker);
                outcomes.put(marker, Outcome.Refused.of(fault, 207));
            }
        }
        // Neither created nor at fault, as far as HubSpot said: a lone row's fault needs no name to be its own.
        for (String silent : open.keySet()) {
            outcomes.put(
                    silent,
                    rows.size() == 1 && !answer.faults().isEmpty()
                            ? Outcome.Refused.of(answer.faults().get(0), 207)
                            : new Outcome.Unanswered());
        }
    }

    private @Nullable String markerOf(CrmObject created) {
        if (created.objectWriteTraceId() != null) {
            return created.objectWriteTraceId();
        }
        List<String> inBody = Marker.in(created.property(kind.bodyProperty()));
        return inBody.isEmpty() ? null : inBody.get(inBody.size() - 1);
    }

    /** HubSpot refuses the whole batch, so none was created: take out the rows that it names, else halve. */
    private void isolate(List<NewActivity> rows, FailedCall refusal) {
        if (isWrongForAll(refusal)) {
            stop(rows, calls.translate(refusal));
            return;
        }
        if (rows.size() == 1) {
            outcomes.put(rows.get(0).marker(), Outcome.Refused.of(refusal.error(), refusal.status()));
            return;
        }
        Set<String> markers = new HashSet<>();
        rows.forEach(row -> markers.add(row.marker()));
        Set<String> named = named(refusal.error(), markers);
        if (!named.isEmpty() && named.size() < rows.size()) {
            named.forEach(marker -> outcomes.put(marker, Outcome.Refused.of(refusal.error(), refusal.status())));
            send(rows.stream().filter(row -> !named.contains(row.marker())).toList());
            return;
        }
        int middle = rows.size() / 2;
        send(rows.subList(0, middle));
        send(rows.subList(middle, rows.size()));
    }

    /** Whether the path is unknown or HubSpot does not have a property that every row sets. */
    private static boolean isWrongForAll(FailedCall refusal) {
        String code = refusal.error().mostTellingCode();
        return (refusal.isMissing()
                        && !"OBJECT_NOT_FOUND".equals(refusal.error().category()))
                || (code != null && ContactWriter.WRONG_FOR_ALL.contains(code));
    }

    private static Set<String> named(ApiError error, Set<String> markers) {
        Set<String> named = new HashSet<>(error.deepStrings("objectWriteTraceId"));
        named.retainAll(markers);
        return named;
    }

    private void stop(List<NewActivity> rows, @Nullable HubSpotException reason) {
        stop = new Outcome.Unsent(reason);
        settle(rows, stop);
    }

    private void settle(List<NewActivity> rows, Outcome outcome) {
        rows.forEach(row -> outcomes.put(row.marker(), outcome));
    }
}
