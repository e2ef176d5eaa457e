package io.leadscore.hubspot;

import java.io.IOException;

/** An answer is larger than any that HubSpot gives, or takes longer than anybody waits; it was not read to its end. */
final class AnswerTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    /** @param trouble what is too much, in words that follow "HubSpot" */
    AnswerTooLarge(String trouble) {
        super(trouble);
    }
}
