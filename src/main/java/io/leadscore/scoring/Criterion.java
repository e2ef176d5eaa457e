package io.leadscore.scoring;

import java.util.Locale;

/** What the AI judges a fit profile by: each criterion beside the signal that judges the same by rules. */
public enum Criterion {
    INDUSTRY(BuiltIn.INDUSTRY),
    SIZE(BuiltIn.COMPANY_SIZE),
    GEOGRAPHY(BuiltIn.LOCATION),
    SOURCE(BuiltIn.SOURCE),
    LIFECYCLE(BuiltIn.LIFECYCLE_STAGE),
    ROLE(BuiltIn.SENIORITY);

    private final BuiltIn rule;
    private final String key = name().toLowerCase(Locale.ROOT);

    Criterion(BuiltIn rule) {
        this.rule = rule;
    }

    /** The criterion's name in requests, answers and explanations: {@code geography}. */
    public String key() {
        return key;
    }

    /** The signal that judges the same by the scoring profile. */
    BuiltIn rule() {
        return rule;
    }
}
