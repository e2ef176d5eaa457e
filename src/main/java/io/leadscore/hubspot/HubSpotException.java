package io.leadscore.hubspot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot did not do what it was asked, by what the reader must do next. The message is one sentence made of status,
 * codes, names of properties and HubSpot's correlation id; it never holds anything else of an answer, and there is no
 * cause, because the libraries' messages quote bodies.
 */
public abstract sealed class HubSpotException extends RuntimeException {

    private final String advice;

    private HubSpotException(String sentence, String advice) {
        super(sentence);
        this.advice = advice;
    }

    /** What to do, one sentence. */
    public String advice() {
        return advice;
    }

    /** The token is not accepted (401). Repeating is pointless. */
    public static final class Unauthorized extends HubSpotException {
        public Unauthorized(String sentence, String advice) {
            super(sentence, advice);
        }
    }

    /** The token may not do this (403). Repeating is pointless. */
    public static final class MissingScopes extends HubSpotException {
        private final List<String> scopes;

        public MissingScopes(String sentence, String advice, List<String> scopes) {
            super(sentence, advice);
            this.scopes = List.copyOf(scopes);
        }

        /** The scopes that HubSpot asks for; empty when it did not say. */
        public List<String> scopes() {
            return scopes;
        }
    }

    /** The account's calls of the day are used up. Works again after midnight in the account's time zone. */
    public static final class DailyLimitReached extends HubSpotException {
        public DailyLimitReached(String sentence, String advice) {
            super(sentence, advice);
        }
    }

    /** HubSpot cannot be reached, fails, or answers what cannot be read, three times in a row. Later may work. */
    public static final class Unavailable extends HubSpotException {
        public Unavailable(String sentence, String advice) {
            super(sentence, advice);
        }
    }

    /** HubSpot refuses the whole request. Repeating it unchanged is pointless. */
    public static final class Rejected extends HubSpotException {
        private final @Nullable String code;
        private final List<String> properties;

        public Rejected(String sentence, String advice, @Nullable String code, List<String> properties) {
            super(sentence, advice);
            this.code = code;
            this.properties = List.copyOf(properties);
        }

        /** HubSpot's code, or its category when it gave no code. */
        public @Nullable String code() {
            return code;
        }

        /** Whether the account lacks a property that was written or asked for. */
        public boolean isPropertyMissing() {
            return "PROPERTY_DOESNT_EXIST".equals(code);
        }

        /** Names of the properties at fault, as far as HubSpot named them. */
        public List<String> properties() {
            return properties;
        }
    }
}
