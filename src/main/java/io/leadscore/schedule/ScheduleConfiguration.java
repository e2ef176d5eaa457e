package io.leadscore.schedule;

import io.leadscore.delta.DeltaSettings;
import io.leadscore.ledger.LedgerSettings;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
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
            LedgerSettings ledger,
            DeltaSettings settings) {
        SpringBeanJobFactory jobFactory = new SpringBeanJobFactory();
        jobFactory.setApplicationContext(beans);
        SchedulerFactoryBean scheduler = new SchedulerFactoryBean();
        scheduler.setSchedulerName("leadscore");
        scheduler.setDataSource(dataSource);
        scheduler.setTransactionManager(transactions);
        scheduler.setJobFactory(jobFactory);
        scheduler.setQuartzProperties(quartzProperties(ledger));
        JobDetail delta = job(DeltaScoringTrigger.class, "delta-scoring");
        JobDetail recalibration = job(WeightRecalibrationTrigger.class, "weight-recalibration");
        scheduler.setJobDetails(delta, recalibration);
        scheduler.setTriggers(every(settings.updateInterval(), delta), every(LOOK_FOR_DUE, recalibration));
        // A changed interval has to reach the database.
        scheduler.setOverwriteExistingJobs(true);
        scheduler.setWaitForJobsToCompleteOnShutdown(true);
        return scheduler;
    }

    private static JobDetail job(Class<? extends Job> type, String name) {
        return JobBuilder.newJob(type).withIdentity(name, GROUP).storeDurably().build();
    }

    /** Firings that were missed (the server was down, a run took long) are made up for by one. */
    private static Trigger every(Duration interval, JobDetail job) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity(job.getKey().getName(), GROUP)
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNowWithRemainingCount())
                .build();
    }

    private static Properties quartzProperties(LedgerSettings ledger) {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "10000");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", "10000");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass",
                ledger.url() != null ? PostgreSQLDelegate.class.getName() : StdJDBCDelegate.class.getName());
        return properties;
    }
}
