package io.leadscore.hubspot;

/** HubSpot was asked for what must not be done twice, and nobody knows whether it did it. */
final class LostAnswer extends RuntimeException {

    /** @param trouble what happened, in words that follow "HubSpot"; holds nothing of a body */
    LostAnswer(String trouble) {
        super(trouble, null, false, false);
    }
}
