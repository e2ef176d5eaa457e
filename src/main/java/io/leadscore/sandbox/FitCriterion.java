package io.leadscore.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a profile is judged by. */
enum FitCriterion {
    INDUSTRY("industry", ""),
    SIZE("company_size", "revenue"),
    GEOGRAPHY("country", ""),
    SOURCE("source", ""),
    LIFECYCLE("lifecycle_stage", ""),
    ROLE("job_level", "department");

    private final String fact;
    private final String sideFact;

    FitCriterion(String fact, String sideFact) {
        this.fact = fact;
        this.sideFact = sideFact;
    }

    /** The fact that decides. */
    String fact() {
        return fact;
    }

    /** The fact that speaks where the other is missing; empty for none. */
    String sideFact() {
        return sideFact;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every fact that a profile may have. */
    static Set<String> facts() {
        Set<String> facts = new TreeSet<>();
        for (FitCriterion criterion : values()) {
            facts.add(criterion.fact);
            facts.add(criterion.sideFact);
        }
        facts.remove("");
        return facts;
    }

    /** The criterion of this name; 400 for none. */
    static FitCriterion ofCode(String code) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .orElseThrow(() -> OpenAiProblem.invalid(
                        "The schema asks for \"" + code + "\", which is no criterion.", "response_format"));
    }
}
