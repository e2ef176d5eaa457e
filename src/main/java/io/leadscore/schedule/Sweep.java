package io.leadscore.schedule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks, on every server, for runs that ended with their process, and takes them over: also between firings, which may be
 * far apart, and while the scheduler of the dead one is not missed yet; and for firings that a clock which was set back
 * has moved out of reach. Thread-safe.
 */
final class Sweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    /** A lease that ends is noticed within this time. */
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Runs runs;
    private final Timetable timetable;
    private final ScheduledExecutorService threads;
    private volatile boolean running;

    Sweep(Runs runs, Timetable timetable) {
        this.runs = runs;
        this.timetable = timetable;
        // One for each: none waits for another's run.
        this.threads = Executors.newScheduledThreadPool(3, task -> {
            Thread thread = new Thread(task, "sweep");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void start() {
        repeat(() -> {
            if (runs.deltaScoring().isOrphaned()) {
                runs.scoreChanges();
            }
        });
        repeat(() -> runs.recalibrate(runs.recalibration()::isOrphaned));
        repeat(timetable::straighten);
        running = true;
    }

    /** Something to look at again and again. */
    private interface Look {
        void run() throws SchedulerException;
    }

    private void repeat(Look look) {
        var unused = threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        look.run();
                    } catch (SchedulerException | RuntimeException failed) {
                        // The next look may do better; one that throws would be the last.
                        LOG.warn(
                                "Looking for runs left behind failed ({})",
                                failed.getClass().getSimpleName());
                    }
                },
                0,
                EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Looks no more; a run in progress is told to end by whoever runs it. */
    @Override
    public void stop() {
        threads.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
