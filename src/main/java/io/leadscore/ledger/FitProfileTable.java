package io.leadscore.ledger;

import io.leadscore.scoring.FitProfile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/** The facts of fit profiles, by the profile's name. Thread-safe. */
final class FitProfileTable {

    /** Facts keep their order, for the profile's name depends on it. */
    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};

    private final Statements statements;
    private final String insert;

    FitProfileTable(Statements statements) {
        this.statements = statements;
        this.insert = statements
                .dialect()
                .insertIfAbsent(
                        "fit_profile", List.of("portal_id", "profile"), List.of("portal_id", "profile", "facts"));
    }

    /** Remembers profiles. */
    void add(long portalId, Collection<FitProfile> profiles) {
        Map<String, FitProfile> distinct = new TreeMap<>();
        profiles.forEach(profile -> distinct.put(profile.key(), profile));
        statements.batch(insert, distinct.entrySet(), (profile, to) -> to.number(portalId)
                .text(profile.getKey())
                .text(JsonText.of(profile.getValue().facts())));
    }

    /** A profile from its facts as they are stored. */
    static FitProfile read(String facts) {
        return new FitProfile(JsonText.read(facts, FACTS));
    }
}
