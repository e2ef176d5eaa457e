package io.leadscore.actions;

import io.leadscore.ledger.ActionDoors.Killed;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.QueuedAction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A HubSpot, with mail server and webhook, that remembers what was done to it, and goes wrong as it is told. */
final class FakeHubSpot {

    /** How a call goes. */
    enum Fault {
        NONE,
        KILLED_BEFORE,
        KILLED_AFTER,
        /** The caller is killed, and the request lands a while later. */
        KILLED_AND_LANDS_LATER,
        LOST_BEFORE,
        LOST_AFTER,
        LANDS_LATER,
        /** Half of the outcomes are missing in the answer. */
        HALF_AN_ANSWER,
        REFUSED_FOR_NOW
    }

    private final InstantSource clock;
    private final Supplier<Fault> faults;

    /** Markers of what was made, with how often. */
    final Map<ActionKind, Map<String, Integer>> made = new EnumMap<>(ActionKind.class);

    final Map<Long, Long> ownerOfContact = new HashMap<>();
    final Map<Long, String> listOfContact = new HashMap<>();
    final Map<ActionKind, Outcome> always = new EnumMap<>(ActionKind.class);
    private final Map<ActionKind, Runnable> before = new EnumMap<>(ActionKind.class);
    final Map<ActionKind, Integer> calls = new EnumMap<>(ActionKind.class);
    final List<List<Trouble>> told = new ArrayList<>();
    List<AccountOwner> owners = Stream.iterate(1L, id -> id + 1)
            .limit(5)
            .map(id -> new AccountOwner(id, true, false))
            .toList();
    boolean ownersReadable = true;
    private final Map<Instant, List<Errand>> underWay = new TreeMap<>();

    FakeHubSpot(InstantSource clock, Supplier<Fault> faults) {
        this.clock = clock;
        this.faults = faults;
        for (ActionKind kind : ActionKind.values()) {
            made.put(kind, new HashMap<>());
        }
    }

    List<Carrier> carriers() {
        return Stream.of(ActionKind.values())
                .<Carrier>map(kind -> new FakeCarrier(kind))
                .toList();
    }

    /** What happens right before each call of a kind. */
    void before(ActionKind kind, Runnable event) {
        before.put(kind, event);
    }

    List<AccountOwner> owners() {
        if (!ownersReadable) {
            throw new IllegalStateException("owners cannot be read");
        }
        return owners;
    }

    int made(ActionKind kind) {
        return made.getOrDefault(kind, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private void land() {
        underWay.entrySet().removeIf(landing -> {
            boolean lands = !landing.getKey().isAfter(clock.instant());
            if (lands) {
                landing.getValue().forEach(this::act);
            }
            return lands;
        });
    }

    private Outcome act(Errand errand) {
        if (errand.action().kind() == ActionKind.ASSIGN) {
            long wanted = Objects.requireNonNull(errand.action().assignee());
            Long owner = ownerOfContact.putIfAbsent(errand.contactId(), wanted);
            if (owner == null) {
                count(errand);
            }
            return new Outcome.Done(String.valueOf(owner == null ? wanted : owner));
        }
        if (errand.step() instanceof Step.Nurture nurture) {
            String list = nurture.lists().get(errand.crossing().priority());
            if (list == null) {
                listOfContact.remove(errand.contactId());
            } else {
                listOfContact.put(errand.contactId(), list);
            }
        }
        return new Outcome.Done(String.valueOf(count(errand)));
    }

    private int count(Errand errand) {
        return made.computeIfAbsent(errand.action().kind(), kind -> new HashMap<>())
                .merge(errand.marker(), 1, Integer::sum);
    }

    private final class FakeCarrier implements Carrier {

        private final ActionKind kind;

        FakeCarrier(ActionKind kind) {
            this.kind = kind;
        }

        @Override
        public ActionKind kind() {
            return kind;
        }

        @Override
        public int batch() {
            return Settling.lostAnswer(kind) == Settling.LostAnswer.LEAVE ? 1 : 100;
        }

        @Override
        public Map<Long, Outcome> carry(long portalId, List<Errand> errands) {
            land();
            calls.merge(kind, 1, Integer::sum);
            before.getOrDefault(kind, () -> {}).run();
            Outcome set = always.get(kind);
            if (set != null) {
                return same(errands, set);
            }
            Fault fault = faults.get();
            switch (fault) {
                case KILLED_BEFORE -> throw new Killed();
                case LOST_BEFORE -> throw new IllegalStateException("connection reset");
                case REFUSED_FOR_NOW -> {
                    return same(errands, new Outcome.Refused("CONFLICT", "It was changed meanwhile.", true));
                }
                case LANDS_LATER, KILLED_AND_LANDS_LATER -> {
                    underWay.put(clock.instant().plus(Duration.ofSeconds(50)).plusNanos(underWay.size()), errands);
                    if (fault == Fault.KILLED_AND_LANDS_LATER) {
                        throw new Killed();
                    }
                    throw new IllegalStateException("timeout");
                }
                default -> {}
            }
            Map<Long, Outcome> outcomes = new HashMap<>();
            errands.forEach(errand -> outcomes.put(errand.id(), act(errand)));
            if (fault == Fault.KILLED_AFTER) {
                throw new Killed();
            }
            if (fault == Fault.LOST_AFTER) {
                throw new IllegalStateException("connection reset");
            }
            if (fault == Fault.HALF_AN_ANSWER) {
                outcomes.keySet().removeIf(id -> id % 2 == 0);
            }
            return outcomes;
        }

        private Map<Long, Outcome> same(List<Errand> errands, Outcome outcome) {
            Map<Long, Outcome> outcomes = new HashMap<>();
            errands.forEach(errand -> outcomes.put(errand.id(), outcome));
            return outcomes;
        }

        @Override
        public Map<Long, String> find(long portalId, List<QueuedAction> actions) {
            land();
            switch (faults.get()) {
                case KILLED_BEFORE, KILLED_AFTER, KILLED_AND_LANDS_LATER -> throw new Killed();
                case LOST_BEFORE, LOST_AFTER -> throw new IllegalStateException("connection reset");
                default -> {}
            }
            Map<Long, String> found = new HashMap<>();
            for (QueuedAction action : actions) {
                if (made.getOrDefault(kind, Map.of()).containsKey(action.marker())) {
                    found.put(action.id(), "found");
                }
            }
            return found;
        }
    }
}
