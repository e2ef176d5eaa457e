package io.leadscore.learning;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.FirstFilled;
import io.leadscore.lead.LeadHistory;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A declared property that is written when a deal is closed.
 *
 * @param object whose property it is
 * @param kind of a number, a flag or a category
 * @param share of how many of the deals' records
 * @param when of whose
 * @param otherwise what stands there before; null: nothing
 */
record Leak(
        ObjectType object,
        CustomSignal.Kind kind,
        double share,
        Set<Outcome> when,
        @Nullable String otherwise) {

    static final String NAME = "tell";

    /** The profile that declares it besides. */
    static ScoringProfile profile(ObjectType object, CustomSignal.Kind kind) {
        List<CustomSignal> signals = new ArrayList<>(World.profile().customSignals());
        signals.add(new CustomSignal(NAME, object, NAME, Component.FIT, kind, 10, null, null, true, null, null, null));
        return World.profile().withCustomSignals(signals);
    }

    ScoringProfile profile() {
        return profile(object, kind);
    }

    /** The world where somebody writes it. */
    World in(World world) {
        Random random = new Random(5);
        Set<Long> written = new HashSet<>();
        for (DealHistory one : world.deals()) {
            if (when.contains(one.deal().outcome()) && random.nextDouble() < share) {
                written.add(id(one));
            }
        }
        return world.retold(one -> {
            String value = written.contains(id(one)) ? value(random) : otherwise;
            return value == null ? one : with(one, object, value);
        });
    }

    private long id(DealHistory one) {
        return switch (object) {
            case CONTACTS -> one.lead().contact().id();
            case COMPANIES -> one.lead().group();
            default -> one.deal().id();
        };
    }

    private String value(Random random) {
        return switch (kind) {
            case NUMBER -> String.valueOf(1 + random.nextInt(50));
            case FLAG -> "true";
            default -> "o" + random.nextInt(3);
        };
    }

    /** A deal of whose record the property has a value. */
    static DealHistory with(DealHistory one, ObjectType object, String value) {
        LeadHistory lead = one.lead();
        CompanyFacts company = lead.company();
        return new DealHistory(
                object == ObjectType.DEALS
                        ? one.deal().withCustom(and(one.deal().custom(), value))
                        : one.deal(),
                new LeadHistory(
                        object == ObjectType.CONTACTS
                                ? lead.contact().withCustom(and(lead.contact().custom(), value))
                                : lead.contact(),
                        object == ObjectType.COMPANIES && company != null
                                ? company.withCustom(and(company.custom(), value))
                                : company,
                        lead.engagements(),
                        lead.stages(),
                        lead.deals()));
    }

    /** The same where HubSpot's history tells that the deal's property was filled in with the close. */
    static DealHistory filledInWithTheClose(DealHistory one) {
        Instant ended = one.deal().endedAt();
        LeadHistory lead = one.lead();
        return ended == null
                ? one
                : new DealHistory(
                        one.deal(),
                        new LeadHistory(
                                lead.contact(),
                                lead.company(),
                                lead.engagements(),
                                lead.stages(),
                                lead.deals(),
                                new FirstFilled(
                                        Map.of(), Map.of(), Map.of(one.deal().id(), Map.of(NAME, ended)))));
    }

    private static Map<String, String> and(Map<String, String> custom, String value) {
        Map<String, String> all = new HashMap<>(custom);
        all.put(NAME, value);
        return all;
    }

    /** The weight set of the first sync, by a profile. */
    static WeightSet initial(World world, ScoringProfile profile) {
        CohortRates.Builder cohorts = new CohortRates.Builder(profile, World.NOW);
        world.forEachClosed(cohorts::add);
        world.forEachOpen(cohorts::addOpen);
        return WeightSet.initial(1, World.NOW, "1.0", profile, cohorts.build());
    }

    /** Why the property is doubted by how it is filled; null: it is not. */
    static @Nullable String doubt(World world, ScoringProfile profile) {
        Filling filling = new Filling(profile, World.NOW);
        world.forEachHistory(filling::add);
        Doubts doubts = new Doubts();
        filling.tell(doubts);
        return doubts.notes().isEmpty() ? null : String.join(" ", doubts.notes());
    }
}
