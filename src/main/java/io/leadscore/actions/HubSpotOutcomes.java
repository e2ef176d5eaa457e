package io.leadscore.actions;

import io.leadscore.hubspot.HubSpotException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Says what became of a call to HubSpot in the outbox's words. */
final class HubSpotOutcomes {

    private HubSpotOutcomes() {}

    /** What an outcome of something that must not be done twice means. */
    static Outcome of(io.leadscore.hubspot.Outcome outcome) {
        if (outcome instanceof io.leadscore.hubspot.Outcome.Done done) {
            return new Outcome.Done(done.id() == null ? null : Long.toString(done.id()));
        }
        if (outcome instanceof io.leadscore.hubspot.Outcome.Refused refused) {
            return refused(refused.code(), refused.advice(), false);
        }
        if (outcome instanceof io.leadscore.hubspot.Outcome.NoEmail) {
            return new Outcome.Refused(
                    "NO_EMAIL", "The contact has no e-mail address, without which HubSpot cannot enrol it.", false);
        }
        if (outcome instanceof io.leadscore.hubspot.Outcome.Gone) {
            return gone();
        }
        if (outcome instanceof io.leadscore.hubspot.Outcome.Unsent unsent) {
            HubSpotException reason = unsent.reason();
            return reason == null ? stopped() : of(reason);
        }
        return new Outcome.Unanswered();
    }

    /** What a failure means that surely did nothing, or nothing that cannot be done again. */
    static Outcome of(HubSpotException failure) {
        String sentence = String.valueOf(failure.getMessage());
        if (failure instanceof HubSpotException.Unauthorized || failure instanceof HubSpotException.MissingScopes) {
            return new Outcome.Blocked(sentence, failure.advice());
        }
        if (failure instanceof HubSpotException.Rejected rejected) {
            String code = rejected.code();
            return refused(code == null ? "UNKNOWN" : code, failure.advice(), false);
        }
        return new Outcome.Postponed(sentence, failure.advice());
    }

    static Outcome refused(String code, String advice, boolean retryable) {
        return new Outcome.Refused(code, "HubSpot refuses it (" + code + "). " + advice, retryable);
    }

    static Outcome gone() {
        return new Outcome.Refused("GONE", "HubSpot does not have the contact any more.", false);
    }

    static Outcome stopped() {
        return new Outcome.Postponed("The run was stopped.", "The next one goes on.");
    }

    /** The same for all. */
    static Map<Long, Outcome> all(List<Errand> errands, Outcome outcome) {
        Map<Long, Outcome> outcomes = new HashMap<>();
        errands.forEach(errand -> outcomes.put(errand.id(), outcome));
        return outcomes;
    }

    /** Does what is safe to repeat; a failure is the outcome of all. */
    static Map<Long, Outcome> repeatable(List<Errand> errands, Supplier<Map<Long, Outcome>> work) {
        try {
            return work.get();
        } catch (HubSpotException failure) {
            return all(errands, of(failure));
        } catch (CancellationException interrupted) {
            return all(errands, stopped());
        }
    }
}
