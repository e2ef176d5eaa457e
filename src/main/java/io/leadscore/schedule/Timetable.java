package io.leadscore.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quartz.JobDetail;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the triggers in the database in line with the settings, and leaves alone what is so already: a server that starts
 * beside others moves no firing. Thread-safe.
 */
final class Timetable {

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    /** So far apart may the clocks of servers be, and a server's from HubSpot's. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Map<JobDetail, Duration> arranged = new ConcurrentHashMap<>();

    Timetable(Scheduler scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Fires the job at this interval, from now on if it never was fired before. */
    void arrange(JobDetail job, Duration interval) throws SchedulerException {
        arranged.put(job, interval);
        // Its class may have another name in this version.
        scheduler.addJob(job, true);
        TriggerKey key = key(job);
        Trigger stored = scheduler.getTrigger(key);
        if (stored == null) {
            add(trigger(key, job, interval, clock.instant()));
        } else if (!(stored instanceof SimpleTrigger same && same.getRepeatInterval() == interval.toMillis())
                || isBeyond(stored.getNextFireTime(), interval)) {
            scheduler.rescheduleJob(key, trigger(key, job, interval, next(stored, interval)));
        } else if (scheduler.getTriggerState(key) == Trigger.TriggerState.ERROR) {
            scheduler.resetTriggerFromErrorState(key);
        }
    }

    /**
     * Fires a job once more, on whatever server is free.
     *
     * @param name of a job that was arranged
     */
    void fireNow(String name) throws SchedulerException {
        for (JobDetail job : arranged.keySet()) {
            if (job.getKey().getName().equals(name)) {
                scheduler.triggerJob(job.getKey());
            }
        }
    }

    /**
     * Fires at once what a clock that ran ahead, and was put right since, has dated further away than any firing can be.
     * Without it nothing would fire until then.
     */
    void straighten() throws SchedulerException {
        for (Map.Entry<JobDetail, Duration> entry : arranged.entrySet()) {
            JobDetail job = entry.getKey();
            Duration interval = entry.getValue();
            TriggerKey key = key(job);
            Trigger stored = scheduler.getTrigger(key);
            if (stored != null && isBeyond(stored.getNextFireTime(), interval)) {
                LOG.warn("The clock was set back: {} fires now.", key.getName());
                scheduler.rescheduleJob(key, trigger(key, job, interval, next(stored, interval)));
            }
        }
    }

    private static TriggerKey key(JobDetail job) {
        return TriggerKey.triggerKey(job.getKey().getName(), job.getKey().getGroup());
    }

    /** Of two servers that start for the first time, one is first. */
    private void add(Trigger trigger) throws SchedulerException {
        try {
            scheduler.scheduleJob(trigger);
        } catch (ObjectAlreadyExistsException other) {
            // It has the same settings, or will be asked for its own at its next start.
        }
    }

    private Instant next(Trigger stored, Duration interval) {
        Instant now = clock.instant();
        Date previous = stored.getPreviousFireTime();
        Instant next = previous == null ? now : previous.toInstant().plus(interval);
        return next.isAfter(now) && !isBeyond(Date.from(next), interval) ? next : now;
    }

    /** Further away than the next firing can be: a clock that ran ahead has dated it. */
    private boolean isBeyond(@Nullable Date firing, Duration interval) {
        return firing != null
                && firing.toInstant().isAfter(clock.instant().plus(interval).plus(CLOCKS_APART));
    }

    /** Firings that were missed (the server was down, a run took long) are made up for by one. */
    private static Trigger trigger(TriggerKey key, JobDetail job, Duration interval, Instant from) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity(key)
                .startAt(Date.from(from))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNowWithRemainingCount())
                .build();
    }
}
