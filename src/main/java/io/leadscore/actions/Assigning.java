package io.leadscore.actions;

import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.QueuedAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom leads are assigned to, before they are, and keeps the decision, so that a killed run's successor decides
 * the same. Somebody whom a human chose meanwhile keeps the lead, and who was to have it gets the turn back.
 */
final class Assigning implements Preparation {

    private final Shift shift;
    private final Owners owners;

    Assigning(Shift shift, Owners owners) {
        this.shift = shift;
        this.owners = owners;
    }

    @Override
    public @Nullable List<QueuedAction> prepare(List<QueuedAction> due) {
        List<QueuedAction> ready = new ArrayList<>();
        List<QueuedAction> undecided = new ArrayList<>();
        due.forEach(action -> (action.assignee() == null ? undecided : ready).add(action));
        if (undecided.isEmpty()) {
            return ready;
        }
        Choosing choosing = owners.choosing();
        if (choosing == null) {
            return null;
        }
        Map<Long, Long> decided = new LinkedHashMap<>();
        Map<String, List<Long>> nobody = new LinkedHashMap<>();
        for (QueuedAction action : undecided) {
            Choice choice = choosing.choose(policy(action), action.crossing(), owner -> true);
            if (choice instanceof Choice.Chosen chosen) {
                decided.put(action.id(), chosen.ownerId());
                ready.add(action.withAssignee(chosen.ownerId()));
            } else if (choice instanceof Choice.Nobody none) {
                nobody.computeIfAbsent(none.sentence(), sentence -> new ArrayList<>())
                        .add(action.id());
            }
        }
        shift.desk().inTransaction(() -> {
            shift.desk().assignments().decide(shift.portalId(), decided);
            choosing.save();
            nobody.forEach((sentence, ids) -> shift.desk()
                    .outbox()
                    .end(shift.portalId(), ids, ActionState.FAILED, "NO_OWNER", sentence, shift.now()));
        });
        nobody.forEach((sentence, ids) -> shift.tally().failed(ActionKind.ASSIGN, sentence, ids.size()));
        return ready;
    }

    @Override
    public Trouble obstacle() {
        return owners.obstacle();
    }

    @Override
    public Runnable after(List<Errand> errands, Map<Long, Outcome> outcomes) {
        Map<Long, Long> owned = new HashMap<>();
        List<QueuedAction> passedOver = new ArrayList<>();
        List<Long> undecided = new ArrayList<>();
        for (Errand errand : errands) {
            Outcome outcome = outcomes.get(errand.id());
            if (outcome instanceof Outcome.Done done) {
                long owner = owner(done, errand.action());
                owned.put(errand.id(), owner);
                if (owner != Objects.requireNonNull(errand.action().assignee())) {
                    passedOver.add(errand.action());
                }
            } else if (outcome instanceof Outcome.Refused) {
                passedOver.add(errand.action());
                undecided.add(errand.id());
            }
        }
        Choosing choosing = passedOver.isEmpty() ? null : owners.choosing();
        List<QueuedAction> actions = errands.stream().map(Errand::action).toList();
        return () -> {
            shift.desk().outbox().own(shift.portalId(), actions, owned);
            shift.desk().assignments().reconsider(shift.portalId(), undecided);
            if (choosing != null) {
                passedOver.forEach(action -> choosing.takeBack(
                        policy(action), action.crossing(), Objects.requireNonNull(action.assignee())));
                choosing.save();
            }
        };
    }

    private Step.Policy policy(QueuedAction action) {
        Step step = shift.settings().step(action.rule(), action.step());
        return step instanceof Step.Assign assign ? assign.by() : Step.Policy.ROUND_ROBIN;
    }

    /** A carrier that does not say who has the lead now says that it is whom it was to be assigned to. */
    private static long owner(Outcome.Done done, QueuedAction action) {
        String id = done.hubspotId();
        return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : Objects.requireNonNull(action.assignee());
    }
}
