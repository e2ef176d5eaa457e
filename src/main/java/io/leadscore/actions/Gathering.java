package io.leadscore.actions;

import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionStanding;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.Crossing;
import io.leadscore.ledger.Firing;
import io.leadscore.ledger.NewAction;
import io.leadscore.scoring.PlainReasons;
import io.leadscore.scoring.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** What a chunk of scored leads comes to, gathered before any of it is written. Confined to one thread. */
final class Gathering {

    static final String QUEUED = "actions queued";
    static final String IN_LINE = "actions in line";
    static final String HELD_OUT = "actions held out";
    static final String COOLING_DOWN = "actions left out, cooling down";
    static final String SILENT = "moves that set nothing off";

    private final ActionSettings settings;
    private final ScoringRun run;
    private final Instant now;
    private final LocalDate today;
    private final List<ActionStanding> standings = new ArrayList<>();
    private final List<Firing> firings = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private final List<NewAction> actions = new ArrayList<>();
    private final List<Long> leavers = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private boolean holding;

    Gathering(ActionSettings settings, ScoringRun run, Instant now) {
        this.settings = settings;
        this.run = run;
        this.now = now;
        this.today = settings.workingHours().day(now);
    }

    List<ActionStanding> standings() {
        return standings;
    }

    List<Firing> firings() {
        return firings;
    }

    List<Crossing> crossings() {
        return crossings;
    }

    List<NewAction> actions() {
        return actions;
    }

    /** Leads that are High no more. */
    List<Long> leavers() {
        return leavers;
    }

    Map<String, Long> counts() {
        return counts;
    }

    /** The lead moves, and nothing comes of it but that it is on the list where it belongs: a list is a state, no news. */
    void silently(MovedLead lead, BooleanSupplier heldOut) {
        count(SILENT, lead.move().isNone() ? 0 : 1);
        move(lead, lead.standing());
        if (lead.move().entered() && settings.keepsLists()) {
            List<NewAction> queued = new ArrayList<>();
            for (ActionRule rule : settings.rules()) {
                Verdict verdict = rule.verdict(lead.move(), null, heldOut.getAsBoolean(), now);
                if (verdict == Verdict.FIRES) {
                    queue(rule, lead, true, queued);
                }
            }
            add(lead, queued);
        }
    }

    /** The lead moves, and the rules see it; whether anything comes of it but for lists is decided when all are known. */
    void hold(MovedLead lead, boolean heldOut) {
        holding = true;
        fire(lead, heldOut);
        holding = false;
    }

    /**
     * The lead moves, and the rules see it.
     *
     * @return whether anything comes of it
     */
    boolean fire(MovedLead lead, boolean heldOut) {
        List<NewAction> queued = new ArrayList<>();
        for (ActionRule rule : settings.rules()) {
            Verdict verdict = rule.verdict(lead.move(), lead.firedAt().get(rule.name()), heldOut, now);
            switch (verdict) {
                case NO_MATCH -> {}
                case HELD_OUT -> count(HELD_OUT, 1);
                case COOLING_DOWN -> {
                    count(COOLING_DOWN, 1);
                    queue(rule, lead, true, queued);
                }
                case FIRES -> {
                    firings.add(new Firing(lead.contactId(), rule.name(), now));
                    queue(rule, lead, false, queued);
                }
            }
        }
        boolean noted = !holding && queued.stream().anyMatch(action -> action.kind() == ActionKind.NOTE);
        move(lead, noted ? noted(lead.standing()) : lead.standing());
        return add(lead, queued);
    }

    private boolean add(MovedLead lead, List<NewAction> queued) {
        if (queued.isEmpty()) {
            return false;
        }
        crossings.add(crossing(lead));
        actions.addAll(queued);
        count(
                QUEUED,
                queued.stream()
                        .filter(action -> action.state() != ActionState.HELD)
                        .count());
        count(
                IN_LINE,
                queued.stream()
                        .filter(action -> action.state() == ActionState.WAITING)
                        .count());
        return true;
    }

    private void move(MovedLead lead, ActionStanding standing) {
        if (!lead.isUnmoved()) {
            standings.add(standing);
        }
        if (lead.move().leftHigh()) {
            leavers.add(lead.contactId());
        }
    }

    private void queue(ActionRule rule, MovedLead lead, boolean listsOnly, List<NewAction> queued) {
        for (int step = 0; step < rule.steps().size(); step++) {
            Step what = rule.steps().get(step);
            boolean follows = what instanceof Step.Nurture;
            if ((listsOnly && !follows) || isSuperfluous(what, lead, queued)) {
                continue;
            }
            queued.add(new NewAction(
                    lead.contactId(),
                    lead.standing().crossings(),
                    rule.name(),
                    step,
                    what.kind(),
                    Marker.of(
                            run.portalId(),
                            lead.contactId(),
                            rule.name(),
                            step,
                            lead.standing().crossings()),
                    follows ? ActionState.PENDING : state(rule, lead.move()),
                    settings.dueAt(what, now)));
        }
    }

    private ActionState state(ActionRule rule, Move move) {
        if (holding) {
            return ActionState.HELD;
        }
        return settings.highPerOwnerAndDay() > 0 && rule.standsInLine(move) ? ActionState.WAITING : ActionState.PENDING;
    }

    /** Nobody needs a second owner for the same move, or a second note on the same day. */
    private boolean isSuperfluous(Step step, MovedLead lead, List<NewAction> queued) {
        return switch (step.kind()) {
            case ASSIGN -> lead.move().owned() || isQueued(ActionKind.ASSIGN, queued);
            case NOTE -> today.equals(lead.standing().notedOn()) || isQueued(ActionKind.NOTE, queued);
            default -> false;
        };
    }

    private static boolean isQueued(ActionKind kind, List<NewAction> queued) {
        return queued.stream().anyMatch(action -> action.kind() == kind);
    }

    private ActionStanding noted(ActionStanding standing) {
        return new ActionStanding(
                standing.contactId(),
                standing.priority(),
                standing.action(),
                standing.since(),
                standing.crossings(),
                today);
    }

    private Crossing crossing(MovedLead lead) {
        ScoreChange change = lead.change();
        Score score = change.score();
        return new Crossing(
                lead.contactId(),
                lead.standing().crossings(),
                now,
                run.executionId(),
                change.pointsBefore(),
                lead.move().from(),
                score.points(),
                lead.move().to(),
                lead.move().action(),
                change.ownerId(),
                change.country(),
                change.region(),
                change.employees(),
                PlainReasons.of(score.explanation()));
    }

    private void count(String name, long many) {
        if (many > 0) {
            counts.merge(name, many, Long::sum);
        }
    }
}
