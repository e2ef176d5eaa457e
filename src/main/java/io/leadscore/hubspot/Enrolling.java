package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Enrols contacts in one workflow. Serves one call; not thread-safe. */
final class Enrolling {

    private static final String EMAIL = "email";

    private final HubSpotApi api;
    private final Calls calls;
    private final RecordReader records;
    private final long workflowId;
    private final EnrolmentLog log;

    /** Set by the first failure that every further call would share. */
    private Outcome.@Nullable Unsent stop;

    Enrolling(HubSpotApi api, Calls calls, RecordReader records, long workflowId, EnrolmentLog log) {
        this.api = api;
        this.calls = calls;
        this.records = records;
        this.workflowId = workflowId;
        this.log = log;
    }

    /** @param contactIds at most one batch */
    void enrol(List<Long> contactIds) {
        Map<Long, CrmObject> contacts = read(contactIds);
        for (Long id : contactIds) {
            log.end(id, enrolOne(id, contacts.get(id)));
        }
    }

    /** The contacts that exist; none after a failure that every call shares. */
    Map<Long, CrmObject> read(List<Long> contactIds) {
        if (stop != null) {
            return Map.of();
        }
        try {
            return records.read(ObjectType.CONTACTS, List.of(EMAIL), contactIds);
        } catch (HubSpotException failure) {
            stop = new Outcome.Unsent(failure);
        } catch (CancellationException interrupted) {
            stop = new Outcome.Unsent(null);
        }
        return Map.of();
    }

    /** @param contact with its address; null: HubSpot does not have it */
    Outcome enrolOne(long id, @Nullable CrmObject contact) {
        return stop == null ? enrol(id, contact) : stop;
    }

    private Outcome enrol(long id, @Nullable CrmObject contact) {
        if (contact == null) {
            return new Outcome.Gone();
        }
        String email = contact.property(EMAIL);
        if (email == null || email.isBlank()) {
            return new Outcome.NoEmail();
        }
        log.begin(id);
        try {
            calls.once(
                    Family.WORKFLOWS,
                    () -> acknowledgement(api.enrol(workflowId, email)),
                    acknowledged -> acknowledged);
            return new Outcome.Done(null);
        } catch (LostAnswer lost) {
            return new Outcome.Unanswered();
        } catch (FailedCall refusal) {
            return Outcome.Refused.of(refusal.error(), refusal.status());
        } catch (HubSpotException failure) {
            stop = new Outcome.Unsent(failure);
        } catch (CancellationException interrupted) {
            stop = new Outcome.Unsent(null);
        }
        return stop;
    }

    /** HubSpot acknowledges with 204 and no body; another answer with a body is one of somebody on the way. */
    private static ResponseEntity<Boolean> acknowledgement(ResponseEntity<Void> answer) {
        boolean acknowledged = answer.getStatusCode().isSameCodeAs(HttpStatus.NO_CONTENT)
                || answer.getHeaders().getContentLength() == 0;
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(acknowledged);
    }
}
