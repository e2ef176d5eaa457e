package io.leadscore.settings;

/**
 * A value that must not be seen: it prints as stars.
 *
 * @param value the secret itself, for the one who needs it
 */
public record Secret(String value) {

    @Override
    public String toString() {
        return "****";
    }
}
