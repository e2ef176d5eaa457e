package io.leadscore.actions;

import io.leadscore.hubspot.Enrolment;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.HubSpotException;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.StepKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Enrols leads in workflows by HubSpot's legacy endpoint, one at a time, because an enrolment cannot be looked for
 * afterwards. What it looks up for a page of actions it forgets with the next.
 */
final class EnrolCarrier implements Carrier {

    private final HubSpot hubSpot;
    private final EnrolmentTargets targets;
    private final Map<Long, EnrolmentTargets.Target> known = new HashMap<>();
    private final Map<Long, List<Long>> upcoming = new HashMap<>();
    private final Map<Long, Enrolment> enrolments = new HashMap<>();

    EnrolCarrier(HubSpot hubSpot) {
        this.hubSpot = hubSpot;
        this.targets = new EnrolmentTargets(hubSpot);
    }

    @Override
    public ActionKind kind() {
        return ActionKind.ENROL;
    }

    @Override
    public StepKey fails(Errand errand) {
        return StepKey.of(errand.action());
    }

    @Override
    public int batch() {
        return 1;
    }

    /** Workflows that nobody can be enrolled in come last: they are not to keep the others waiting. */
    @Override
    public List<List<Errand>> parcels(List<Errand> errands) {
        forget();
        Map<Long, Boolean> usable = new LinkedHashMap<>();
        for (Errand errand : errands) {
            long workflow = workflow(errand);
            upcoming.computeIfAbsent(workflow, id -> new ArrayList<>()).add(errand.contactId());
            usable.computeIfAbsent(workflow, this::isUsable);
        }
        List<List<Errand>> parcels = new ArrayList<>();
        errands.stream()
                .sorted(Comparator.comparing(errand -> Boolean.FALSE.equals(usable.get(workflow(errand)))))
                .forEach(errand -> parcels.add(List.of(errand)));
        return parcels;
    }

    private boolean isUsable(long workflow) {
        try {
            return target(workflow).workflowId() != null;
        } catch (HubSpotException | CancellationException unknown) {
            // Asked again with the first of them, whose outcome says what is wrong.
            return false;
        }
    }

    @Override
    public Map<Long, Outcome> carry(long portalId, List<Errand> errands) {
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (Errand errand : errands) {
            Outcome outcome = enrol(workflow(errand), errand.contactId());
            outcomes.put(errand.id(), outcome);
            if (outcome instanceof Outcome.Blocked || outcome instanceof Outcome.Postponed) {
                forget();
            }
        }
        return outcomes;
    }

    private Outcome enrol(long workflow, long contact) {
        EnrolmentTargets.Target target;
        try {
            target = target(workflow);
        } catch (HubSpotException failure) {
            return HubSpotOutcomes.of(failure);
        } catch (CancellationException interrupted) {
            return HubSpotOutcomes.stopped();
        }
        Long id = target.workflowId();
        return id == null
                ? unusable(target)
                : HubSpotOutcomes.of(enrolments
                        .computeIfAbsent(
                                workflow, of -> hubSpot.workflows().enrolment(id, upcoming.getOrDefault(of, List.of())))
                        .enrol(contact));
    }

    private static Outcome unusable(EnrolmentTargets.Target target) {
        Trouble trouble = target.trouble();
        String sentence = trouble == null ? "" : trouble.sentence();
        String advice = trouble == null ? "" : trouble.advice();
        return target.passes()
                ? new Outcome.Blocked(sentence, advice)
                : new Outcome.Refused("WORKFLOW_UNUSABLE", sentence + " " + advice, false);
    }

    private EnrolmentTargets.Target target(long workflow) {
        EnrolmentTargets.@Nullable Target target = known.get(workflow);
        if (target == null) {
            target = targets.find(workflow);
            known.put(workflow, target);
        }
        return target;
    }

    private static long workflow(Errand errand) {
        return ((Step.Enrol) errand.step()).workflow();
    }

    /** Addresses that were read ahead, too. */
    private void forget() {
        known.clear();
        upcoming.clear();
        enrolments.clear();
    }
}
