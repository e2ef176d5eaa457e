package io.leadscore.schedule;

import io.leadscore.delta.DeltaScoring;
import io.leadscore.delta.DeltaSettings;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.LedgerSettings;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.RunLeases;
import io.leadscore.ledger.WeightSets;
import io.leadscore.recalibration.FirstLearning;
import io.leadscore.recalibration.RecalibrationSettings;
import io.leadscore.recalibration.WeightRecalibration;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.jdbcjobstore.StdJDBCDelegate;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.scheduling.quartz.SpringBeanJobFactory;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The scheduler of {@code serve}, in the ledger's database, clustered: with PostgreSQL several servers can stand by for
 * each other.
 */
@Configuration(proxyBeanMethods = false)
public class ScheduleConfiguration {

    private static final String GROUP = "leadscore";

    /** How often it is looked whether the weekly job is due. */
    private static final Duration LOOK_FOR_DUE = Duration.ofHours(1);

    @Bean
    SchedulerFactoryBean scheduler(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ApplicationContext beans,
            LedgerSettings ledger) {
        SpringBeanJobFactory jobFactory = new SpringBeanJobFactory();
        jobFactory.setApplicationContext(beans);
        SchedulerFactoryBean scheduler = new SchedulerFactoryBean();
        scheduler.setSchedulerName("leadscore");
        scheduler.setDataSource(dataSource);
        scheduler.setTransactionManager(transactions);
        scheduler.setJobFactory(jobFactory);
        scheduler.setQuartzProperties(quartzProperties(ledger));
        scheduler.setWaitForJobsToCompleteOnShutdown(true);
        return scheduler;
    }

    /** Arranged before the scheduler starts, which is when all beans are made. */
    @Bean
    Timetable timetable(Scheduler scheduler, DeltaSettings settings, InstantSource clock) throws SchedulerException {
        Timetable timetable = new Timetable(scheduler, clock);
        timetable.arrange(job(DeltaScoringTrigger.class, "delta-scoring"), settings.updateInterval());
        timetable.arrange(job(WeightRecalibrationTrigger.class, Runs.WEIGHT_RECALIBRATION), LOOK_FOR_DUE);
        return timetable;
    }

    @Bean
    Runs runs(
            DeltaScoring deltaScoring,
            WeightRecalibration recalibration,
            RecalibrationSettings settings,
            AccountState accounts,
            Mirror mirror,
            WeightSets weightSets,
            RunLeases leases,
            Timetable timetable,
            InstantSource clock) {
        FirstLearning first =
                settings.afterFirstSync() ? new FirstLearning(accounts, mirror, weightSets, leases, clock) : null;
        return new Runs(deltaScoring, recalibration, accounts, first, timetable);
    }

    @Bean
    Sweep sweep(Runs runs, Timetable timetable) {
        return new Sweep(runs, timetable);
    }

    private static JobDetail job(Class<? extends Job> type, String name) {
        return JobBuilder.newJob(type).withIdentity(name, GROUP).storeDurably().build();
    }

    private static Properties quartzProperties(LedgerSettings ledger) {
        Properties properties = new Properties();
        // Quartz's own would ask for the machine's address, which need not resolve.
        properties.setProperty("org.quartz.scheduler.instanceId", "leadscore-" + UUID.randomUUID());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "10000");
        // Else two servers may acquire the same trigger.
        properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", "10000");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass",
                ledger.url() != null ? PostgreSQLDelegate.class.getName() : StdJDBCDelegate.class.getName());
        return properties;
    }
}
