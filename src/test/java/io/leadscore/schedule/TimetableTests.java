package io.leadscore.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

class TimetableTests {

    private static final Instant T0 = Instant.parse("2036-11-23T10:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);

    private final AtomicReference<Instant> now = new AtomicReference<>(T0);
    private final Scheduler scheduler = scheduler();
    private final Timetable timetable = new Timetable(scheduler, now::get);
    private final JobDetail job = JobBuilder.newJob(DeltaScoringTrigger.class)
            .withIdentity("job", "test")
            .storeDurably()
            .build();

    TimetableTests() throws SchedulerException {}

    @AfterEach
    void close() throws SchedulerException {
        scheduler.shutdown();
    }

    @Test
    void firesAtOnceTheFirstTime() throws SchedulerException {
        timetable.arrange(job, FIVE);

        assertThat(nextFiring()).isEqualTo(T0);
    }

    @Test
    void firesOnceMoreAndMovesNoOtherFiring() throws SchedulerException {
        timetable.arrange(job, FIVE);

        timetable.fireNow("job");

        assertThat(scheduler.getTriggersOfJob(job.getKey()))
                .hasSize(2)
                .anyMatch(trigger -> trigger.getNextFireTime().toInstant().isBefore(T0));
        assertThat(nextFiring()).isEqualTo(T0);
    }

    @Test
    void movesNoFiringWhenAnotherServerStarts() throws SchedulerException {
        timetable.arrange(job, FIVE);
        now.set(T0.plusSeconds(90));
        timetable.arrange(job, FIVE);

        assertThat(nextFiring()).isEqualTo(T0);
    }

    @Test
    void followsAnIntervalThatWasEdited() throws SchedulerException {
        timetable.arrange(job, FIVE);
        now.set(T0.plusSeconds(90));
        timetable.arrange(job, Duration.ofMinutes(1));

        assertThat(nextFiring()).isEqualTo(T0.plusSeconds(90));
        assertThat(scheduler
                        .getTrigger(TriggerKey.triggerKey("job", "test"))
                        .getFireTimeAfter(Date.from(T0.plusSeconds(91))))
                .isEqualTo(T0.plusSeconds(150));
    }

    @Test
    void firesAtOnceWhenAClockThatRanAheadHasDatedTheNextFiring() throws SchedulerException {
        timetable.arrange(job, FIVE);
        now.set(T0.minus(Duration.ofDays(400)));
        timetable.arrange(job, FIVE);

        assertThat(nextFiring()).isEqualTo(now.get());
    }

    @Test
    void movesNoFiringWhenItsClockIsAMinuteBehind() throws SchedulerException {
        timetable.arrange(job, FIVE);
        now.set(T0.minus(FIVE).minusSeconds(60));
        timetable.arrange(job, FIVE);

        assertThat(nextFiring()).isEqualTo(T0);
    }

    @Test
    void firesAtOnceWhenTheClockIsSetBackWhileItRuns() throws SchedulerException {
        timetable.arrange(job, FIVE);
        timetable.straighten();
        assertThat(nextFiring()).isEqualTo(T0);

        now.set(T0.minus(Duration.ofDays(3)));
        timetable.straighten();

        assertThat(nextFiring()).isEqualTo(now.get());
    }

    @Test
    void leavesAFiringAloneThatIsWithinReach() throws SchedulerException {
        timetable.arrange(job, FIVE);
        now.set(T0.minus(FIVE).minusSeconds(60));

        timetable.straighten();

        assertThat(nextFiring()).isEqualTo(T0);
    }

    private @Nullable Instant nextFiring() throws SchedulerException {
        return scheduler
                .getTrigger(TriggerKey.triggerKey("job", "test"))
                .getNextFireTime()
                .toInstant();
    }

    /** In memory, and never started. */
    private static Scheduler scheduler() throws SchedulerException {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "timetable");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        return new StdSchedulerFactory(properties).getScheduler();
    }
}
