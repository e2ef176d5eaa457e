package io.leadscore.actions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one action that was carried out. */
sealed interface Outcome {

    /**
     * It is done.
     *
     * @param hubspotId what HubSpot calls the result; of an assignment the id of the contact's owner now, whoever chose it
     */
    record Done(@Nullable String hubspotId) implements Outcome {}

    /**
     * It was refused, and surely not done.
     *
     * @param code in a word, such as HubSpot's category
     * @param sentence why, never in words of the CRM, and the same for every action that was refused for the same reason
     * @param retryable whether it may work later
     */
    record Refused(String code, String sentence, boolean retryable) implements Outcome {}

    /** No answer came: it may be done or not. */
    record Unanswered() implements Outcome {}

    /**
     * Surely not done, and nothing of this kind will be before somebody does something about it: scope missing (403),
     * token refused (401), mail server refuses the password. The others of the kind are left for this run.
     *
     * @param sentence what is wrong
     * @param advice what to do
     */
    record Blocked(String sentence, String advice) implements Outcome {}

    /**
     * Surely not done, and nothing of this kind will be for a while, which passes by itself: limit of the day, HubSpot away.
     * Does not count as an attempt. The others of the kind are left for this run.
     *
     * @param sentence what is wrong
     * @param advice what to do, or that nothing is to be done
     */
    record Postponed(String sentence, String advice) implements Outcome {}

    /**
     * Surely not done, and told when to ask again: 429, or out of service with a {@code Retry-After}. Does not count as an
     * attempt. The kind is set aside until then, and the others go on.
     *
     * @param until when it may be tried again
     * @param sentence what is wrong
     * @param advice what to do, or that nothing is to be done
     */
    record Later(Instant until, String sentence, String advice) implements Outcome {}
}
