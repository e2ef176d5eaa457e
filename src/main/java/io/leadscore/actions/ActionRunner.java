package io.leadscore.actions;

import io.leadscore.ledger.ActionBreaker;
import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what is due in the outbox, each thing at most once, and loses none: whatever cannot be known is looked for,
 * and where that is impossible told. Nothing that HubSpot or a mail server does makes it fail; only the ledger can. Must
 * not be stopped between a call and its settling by anything but a kill. Thread-safe; one run at a time for each account.
 */
public final class ActionRunner {

    private static final Logger log = LoggerFactory.getLogger(ActionRunner.class);
    /** What an administrator reads at once. */
    private static final int MOST_REASONS = 20;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** A kind that is set aside is waited for so long when nothing else is to be done: Slack takes a message a second. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(5);

    private final ActionSettings settings;
    private final Desk desk;
    private final Map<ActionKind, Carrier> carriers = new EnumMap<>(ActionKind.class);
    private final OwnerDirectory directory;
    private final AdminNotice notice;
    private final InstantSource clock;
    private final Pause pause;

    ActionRunner(
            ActionSettings settings,
            Desk desk,
            List<Carrier> carriers,
            OwnerDirectory directory,
            AdminNotice notice,
            InstantSource clock,
            Pause pause) {
        this.settings = settings;
        this.desk = desk;
        carriers.forEach(carrier -> this.carriers.put(carrier.kind(), carrier));
        this.directory = directory;
        this.notice = notice;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Acts for an account, within the time budget; what is not done then, the next run does. Not to be called for a dry run.
     * Commits as it goes, in transactions of its own.
     */
    public ActReport act(long portalId, ActionWatch watch) {
        long pending = desk.book().counts(portalId).stream()
                .filter(count -> count.state() == ActionState.PENDING)
                .mapToLong(ActionCount::actions)
                .sum();
        Shift shift = new Shift(portalId, settings, desk, clock, watch, pending);
        Owners owners = new Owners(shift, directory);
        LookingFor lookingFor = new LookingFor(shift, carriers);
        lookingFor.settleOrphans();
        new MassChoice(shift, desk.mass()).choose();
        new Releasing(shift, owners).release();
        desk.inTransaction(() -> desk.outbox().cancelOvertaken(portalId, ActionKind.LIST, clock.instant()));
        Rounds rounds = new Rounds(shift, carriers, new Assigning(shift, owners));
        do {
            lookingFor.look();
            rounds.carryAll();
        } while (waited(shift, next(shift, rounds.next(), lookingFor.next())));
        rounds.leaveAside();
        tell(shift);
        shift.tally().left(desk.book().counts(portalId));
        return shift.tally().report();
    }

    private static @Nullable Instant next(Shift shift, @Nullable Instant aside, @Nullable Instant lookedFor) {
        if (aside == null || aside.isAfter(shift.now().plus(SHORT_WAIT))) {
            return lookedFor;
        }
        return lookedFor == null || aside.isBefore(lookedFor) ? aside : lookedFor;
    }

    /** Waits until something may be done again, if there is time for that. */
    private boolean waited(Shift shift, @Nullable Instant until) {
        if (until == null || !until.isBefore(shift.deadline())) {
            return false;
        }
        while (shift.now().isBefore(until)) {
            if (!shift.hasTime()) {
                return false;
            }
            Duration rest = Duration.between(shift.now(), until);
            pause.await(rest.compareTo(LONGEST_PAUSE) < 0 ? rest : LONGEST_PAUSE);
        }
        return shift.hasTime();
    }

    private void tell(Shift shift) {
        List<ActionBreaker> failing = desk.breakers().all(shift.portalId()).stream()
                .filter(Breaker::isToBeTold)
                .toList();
        List<Trouble> troubles = new ArrayList<>();
        desk.book().untold(shift.portalId(), MOST_REASONS).forEach(givenUp -> troubles.add(ActTally.given(givenUp)));
        failing.forEach(breaker -> troubles.add(ActTally.failing(breaker)));
        if (troubles.isEmpty()) {
            return;
        }
        try {
            if (notice.tell(shift.portalId(), troubles)) {
                desk.inTransaction(() -> {
                    desk.book().told(shift.portalId());
                    failing.forEach(breaker -> desk.breakers().put(shift.portalId(), breaker.asTold()));
                });
            }
        } catch (RuntimeException e) {
            log.warn(
                    "The administrator could not be told what failed ({}).",
                    e.getClass().getSimpleName());
            shift.tally()
                    .trouble(
                            "The administrator could not be told what failed.",
                            "Check LEAD_SCORE_ADMIN_EMAIL, LEAD_SCORE_SMTP_* and LEAD_SCORE_SLACK_WEBHOOK_URL.");
        }
    }
}
