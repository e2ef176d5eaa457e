package io.leadscore.ai;

import io.leadscore.ledger.AiBatch;
import io.leadscore.ledger.AiBatches;
import io.leadscore.ledger.AiUse;
import io.leadscore.ledger.Answered;
import io.leadscore.scoring.FitProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Large fills by the Batch API: half the price, within a day. A batch is remembered before it is made, so that a process
 * that dies loses nothing but time; one that fails leaves its profiles to be asked about directly, and no other is made for
 * a day. Thread-safe.
 */
final class BatchFill {

    /** A file may have 200 MB; this is a tenth of it, which fits in memory. */
    private static final int MOST_LINES = 2_000;

    /** The server ends a batch after a day; one that it lost is given up after two. */
    private static final Duration LONGEST = Duration.ofDays(2);

    /** After so many runs in a row that could not look at a batch, its profiles are asked about without it. */
    private static final int MOST_LOOKS = 6;

    private static final Duration AFTER_FAILURE = Duration.ofDays(1);

    private final Batches api;
    private final Server server;
    private final Analysis analysis;
    private final Dialects dialects;
    private final AiBatches batches;
    private final Purse purse;
    private final Duration timeout;
    private final InstantSource time;
    private final Breaker breaker;
    private volatile Instant notBefore = Instant.MIN;

    BatchFill(
            Server server,
            Analysis analysis,
            Dialects dialects,
            AiBatches batches,
            Purse purse,
            Breaker breaker,
            Duration timeout,
            InstantSource time) {
        this.api = new Batches(server);
        this.server = server;
        this.analysis = analysis;
        this.dialects = dialects;
        this.batches = batches;
        this.purse = purse;
        this.breaker = breaker;
        this.timeout = timeout;
        this.time = time;
    }

    /**
     * Looks once at each batch that is not done, and records the answers of those that are now. One that cannot be looked
     * at keeps no other from it, and its own profiles waiting for a few runs only.
     *
     * @return 0: none of the profiles that were asked for is dealt with by it alone
     */
    int collect(Run run) {
        for (AiBatch batch : run.atLedger(() -> batches.open(run.portalId()))) {
            run.check();
            String id = batch.batch();
            if (id == null) {
                fail(run, batch, "was not made");
                continue;
            }
            try {
                collect(run, batch, id);
            } catch (FailedCall failure) {
                if (isRefusal(failure)) {
                    throw failure;
                }
                missed(run, batch, failure);
            }
        }
        return 0;
    }

    private void collect(Run run, AiBatch batch, String id) {
        Batches.Progress progress = counted(run, () -> api.look(id, patience(run)));
        switch (progress.state()) {
            case WAITING -> {
                if (isOverdue(batch)) {
                    fail(run, batch, "is overdue");
                } else if (batch.failedLooks() > 0) {
                    looked(run, batch, 0);
                }
            }
            case COMPLETED -> finish(run, batch, progress, false);
            case FAILED -> {
                run.note(new Trouble(Trouble.Kind.BATCH, "is " + progress.word()));
                finish(run, batch, progress, true);
            }
        }
    }

    /** What it cost stays spent: it may have been done, and its answers are used if they come before it is overdue. */
    private void missed(Run run, AiBatch batch, FailedCall failure) {
        int looks = batch.failedLooks() + 1;
        if (isOverdue(batch)) {
            fail(run, batch, "is overdue, and " + failure.what());
        } else if (looks == MOST_LOOKS) {
            run.note(new Trouble(
                    Trouble.Kind.BATCH, failure.what() + " when it was looked up, " + looks + " times in a row"));
            run.atLedger(() -> {
                batches.looked(run.portalId(), batch.file(), looks);
                batches.giveUp(run.portalId(), batch.file(), time.instant());
                return batch;
            });
        } else {
            if (!batch.givenUp()) {
                run.note(new Trouble(Trouble.Kind.LOOK_UP, failure.what()));
            }
            looked(run, batch, looks);
        }
    }

    private void looked(Run run, AiBatch batch, int failedLooks) {
        run.atLedger(() -> {
            batches.looked(run.portalId(), batch.file(), failedLooks);
            return batch;
        });
    }

    private boolean isOverdue(AiBatch batch) {
        return batch.createdAt().plus(LONGEST).isBefore(time.instant());
    }

    private void finish(Run run, AiBatch batch, Batches.Progress progress, boolean failed) {
        Map<Integer, List<FitProfile>> lines = run.atLedger(() -> batches.lines(run.portalId(), batch.file()));
        BatchCost cost = new BatchCost();
        int used = 0;
        String output = progress.output();
        if (output != null) {
            for (String text : counted(run, () -> api.read(output, patience(run)))) {
                BatchReply reply = BatchReply.read(text, server);
                if (reply != null
                        && take(run, batch, lines.getOrDefault(reply.line(), List.of()), reply.completion(), cost)) {
                    used++;
                }
            }
        }
        // A batch may be done without a single answer that can be used; another one would be paid for in vain, too.
        boolean inVain = used == 0;
        if (inVain && !failed) {
            run.note(new Trouble(Trouble.Kind.BATCH, "was done without an answer that can be used"));
        }
        end(run, batch, failed || inVain);
        settle(run, batch, cost);
        api.delete(output, patience(run));
        api.delete(progress.errors(), patience(run));
        api.delete(batch.file(), patience(run));
    }

    /** Records what can be used, and says whether anything can; the rest is asked about directly. */
    private boolean take(Run run, AiBatch batch, List<FitProfile> profiles, Completion completion, BatchCost cost) {
        cost.add(completion);
        List<Answered> found = AnswerReader.read(completion, profiles);
        if (found != null) {
            analysis.record(run, batch.key(), found);
        }
        return found != null;
    }

    private void fail(Run run, AiBatch batch, String what) {
        run.note(new Trouble(Trouble.Kind.BATCH, what));
        end(run, batch, true);
        api.delete(batch.file(), patience(run));
    }

    private void end(Run run, AiBatch batch, boolean failed) {
        run.atLedger(() -> {
            batches.end(run.portalId(), batch.file(), failed, time.instant());
            return batch;
        });
    }

    private void settle(Run run, AiBatch batch, BatchCost cost) {
        purse.settle(
                run,
                new Purse.Reservation(Purse.dayOf(batch.createdAt()), batch.reservedMicroDollars()),
                cost.use(purse.money(), batch.reservedMicroDollars()));
    }

    /** Whether a batch may be made now: none failed of late. */
    boolean isPossible(Run run) {
        Instant now = time.instant();
        Instant failure = run.atLedger(() -> batches.lastFailure(run.portalId()));
        return !now.isBefore(notBefore)
                && (failure == null || !failure.plus(AFTER_FAILURE).isAfter(now));
    }

    /**
     * Makes a batch of as many groups as the day's money allows.
     *
     * @return how many profiles are in it; 0 when there is none
     */
    int begin(Run run, Analysis.Subject subject, List<List<FitProfile>> groups) {
        Dialect dialect = dialects.of(run);
        BatchOrder order = BatchOrder.of(
                groups.subList(0, Math.min(MOST_LINES, groups.size())),
                group -> analysis.question(subject, dialect, group),
                purse.money(),
                purse.left(run));
        if (order.isCut()) {
            run.note(Trouble.BUDGET);
        }
        // What is given back later goes to the day that it was taken from.
        Instant now = time.instant();
        Purse.@Nullable Reservation reservation =
                order.groups().isEmpty() ? null : purse.reserve(run, order.microDollars(), now);
        if (reservation == null) {
            run.stop(Trouble.BUDGET);
            return 0;
        }
        return made(run, subject, order, reservation, now);
    }

    private int made(Run run, Analysis.Subject subject, BatchOrder order, Purse.Reservation reservation, Instant now) {
        String file;
        try {
            file = counted(run, () -> api.upload(order.lines(), patience(run)));
        } catch (FailedCall failure) {
            notBefore = time.instant().plus(AFTER_FAILURE);
            purse.settle(run, reservation, AiUse.NONE);
            return unmade(run, failure);
        }
        AiBatch batch = new AiBatch(file, null, subject.key(), now, reservation.microDollars());
        run.atLedger(() -> {
            batches.begin(run.portalId(), batch, order.groups());
            return batch;
        });
        String id;
        try {
            id = counted(run, () -> api.create(file, patience(run)));
        } catch (FailedCall failure) {
            if (failure.kind() != FailedCall.Kind.SILENT) {
                purse.settle(run, reservation, AiUse.NONE);
            }
            fail(run, batch, failure.what());
            return unmade(run, failure);
        }
        run.atLedger(() -> {
            batches.accepted(run.portalId(), file, id);
            return id;
        });
        return order.groups().stream().mapToInt(List::size).sum();
    }

    /** A server that has no Batch API may do all else; a key that is refused is refused everywhere. */
    private static int unmade(Run run, FailedCall failure) {
        if (isRefusal(failure)) {
            throw failure;
        }
        run.note(new Trouble(Trouble.Kind.BATCH, failure.what()));
        return 0;
    }

    private <T> T counted(Run run, Supplier<T> call) {
        run.tally().add(Tally.REQUESTS, 1);
        try {
            return call.get();
        } catch (FailedCall failure) {
            if (isRefusal(failure)) {
                breaker.failed(failure);
            }
            throw failure;
        }
    }

    private static boolean isRefusal(FailedCall failure) {
        return failure.kind() == FailedCall.Kind.KEY || failure.kind() == FailedCall.Kind.QUOTA;
    }

    private Duration patience(Run run) {
        return Duration.ofNanos(
                Math.max(1_000_000, Math.min(timeout.toNanos(), run.deadline().left())));
    }
}
