package io.leadscore.hubspot;

import org.jspecify.annotations.Nullable;

/**
 * What became of one thing that HubSpot was asked to do and that must not be done twice: the creation of a task or note,
 * an enrolment in a workflow. Holds nothing of the CRM but ids.
 */
public sealed interface Outcome {

    /**
     * HubSpot did it.
     *
     * @param id the record that was created; null when nothing is created, as by an enrolment
     */
    record Done(@Nullable Long id) implements Outcome {}

    /**
     * HubSpot refuses it, and did nothing. Repeating it unchanged is pointless.
     *
     * @param code HubSpot's code, such as {@code INVALID_OPTION}; its category when it gave no code, {@code UNKNOWN}
     *     when it gave neither
     * @param category HubSpot's category, such as {@code VALIDATION_ERROR}; null when it gave none
     * @param advice what to do, one sentence
     */
    record Refused(String code, @Nullable String category, String advice) implements Outcome {

        static Refused of(ApiError error, int status) {
            String code = error.mostTellingCode();
            return new Refused(code == null ? "UNKNOWN" : code, error.safeCategory(), Translation.advice(code, status));
        }
    }

    /** The contact has no e-mail address, without which it cannot be enrolled. Nothing was sent. */
    record NoEmail() implements Outcome {}

    /** HubSpot does not have the contact, or has it no longer under this id. Nothing was sent. */
    record Gone() implements Outcome {}

    /**
     * It was sent and the answer was lost: HubSpot may have done it or not. It was not repeated; look for what was asked
     * for before it is.
     */
    record Unanswered() implements Outcome {}

    /**
     * HubSpot did not do it, or was not asked, and it may be asked again.
     *
     * @param reason why; {@link HubSpotException.MissingScopes} speaks of this kind of call alone; null when the thread
     *     was interrupted, which it then still is
     */
    record Unsent(@Nullable HubSpotException reason) implements Outcome {}
}
