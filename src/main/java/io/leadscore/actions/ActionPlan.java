package io.leadscore.actions;

import io.leadscore.ledger.ActionStanding;
import io.leadscore.ledger.Holdouts;
import io.leadscore.ledger.LeadStanding;
import io.leadscore.ledger.StandingHoldout;
import io.leadscore.ledger.Standings;
import io.leadscore.scoring.Holdout;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what the rules mean for the leads as they stand, and why. Reads only. Thread-safe. */
public final class ActionPlan {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final ActionSettings settings;
    private final Standings standings;
    private final Holdouts holdouts;
    private final InstantSource clock;

    ActionPlan(ActionSettings settings, Standings standings, Holdouts holdouts, InstantSource clock) {
        this.settings = settings;
        this.standings = standings;
        this.holdouts = holdouts;
        this.clock = clock;
    }

    /**
     * Every rule, in the order of the file.
     *
     * @param most how many leads to name for each
     */
    public List<RulePlan> rules(long portalId, int most) {
        List<LeadStanding> leads = standings.all(portalId);
        Holdout holdout = holdout(portalId);
        List<RulePlan> plans = new ArrayList<>();
        for (ActionRule rule : settings.rules()) {
            Map<LeadPlan.Reason, Long> counts = new EnumMap<>(LeadPlan.Reason.class);
            for (LeadPlan.Reason reason : LeadPlan.Reason.values()) {
                counts.put(reason, 0L);
            }
            List<LeadPlan> best = new ArrayList<>();
            for (LeadStanding lead : leads) {
                LeadPlan plan = plan(rule, lead, holdout);
                counts.merge(plan.reason(), 1L, Long::sum);
                if (isThere(rule, lead) && best.size() < most) {
                    best.add(plan);
                }
            }
            plans.add(new RulePlan(rule.name(), counts, best));
        }
        return plans;
    }

    /** What each rule means for one lead, by the rule's name; empty when the lead is not known, or there is no rule. */
    public Map<String, LeadPlan> lead(long portalId, long contactId) {
        Holdout holdout = holdout(portalId);
        Map<String, LeadPlan> plans = new LinkedHashMap<>();
        standings.all(portalId).stream()
                .filter(lead -> lead.contactId() == contactId)
                .forEach(lead -> settings.rules().forEach(rule -> plans.put(rule.name(), plan(rule, lead, holdout))));
        return plans;
    }

    private LeadPlan plan(ActionRule rule, LeadStanding lead, Holdout holdout) {
        ActionStanding standing = lead.known().standing();
        Instant firedAt = lead.known().firedAt().get(rule.name());
        boolean owned = lead.ownerId() != null;
        boolean heldOut = !rule.when().heldOut() && holdout.contains(lead.contactId());
        Boolean wanted = rule.when().owned();
        if (firedAt != null && !firedAt.isBefore(standing.since()) && isThere(rule, lead)) {
            return plan(lead, LeadPlan.Reason.ACTED, "set off at " + minute(firedAt));
        }
        if (heldOut) {
            return plan(lead, LeadPlan.Reason.HELD_OUT, "in the holdout, which nothing is done for");
        }
        if (firedAt != null && rule.isCoolingDown(firedAt, clock.instant())) {
            Instant until = firedAt.plus(rule.coolDown());
            return plan(
                    lead,
                    LeadPlan.Reason.COOLING_DOWN,
                    "set off at " + minute(firedAt) + ", rests until " + minute(until));
        }
        if (wanted != null && wanted != owned) {
            return plan(lead, LeadPlan.Reason.OWNER, owned ? "has an owner" : "has no owner");
        }
        return isThere(rule, lead)
                ? plan(
                        lead,
                        LeadPlan.Reason.SILENT,
                        "there since " + minute(standing.since())
                                + ", by a first sync, a bulk import, other weights alone, or before the rule")
                : plan(lead, LeadPlan.Reason.READY, "set off when it moves so");
    }

    /** Whether a lead stands where the rule wants it, whoever owns it; a rule about leaving wants it nowhere. */
    private static boolean isThere(ActionRule rule, LeadStanding lead) {
        ActionStanding standing = lead.known().standing();
        Conditions when = rule.when();
        return when.left().isEmpty()
                && when.hold(standing.priority(), standing.action(), when.owned() == null || when.owned());
    }

    private static LeadPlan plan(LeadStanding lead, LeadPlan.Reason reason, String sentence) {
        ActionStanding standing = lead.known().standing();
        return new LeadPlan(lead.contactId(), lead.points(), standing.priority(), standing.since(), reason, sentence);
    }

    private Holdout holdout(long portalId) {
        StandingHoldout standing = holdouts.standing(portalId);
        return standing == null ? Holdout.NONE : standing.holdout();
    }

    private static String minute(Instant instant) {
        return MINUTE.format(instant);
    }
}
