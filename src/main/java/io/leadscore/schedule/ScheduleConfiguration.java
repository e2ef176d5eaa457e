package io.leadscore.schedule;

import io.leadscore.delta.DeltaSettings;
import io.leadscore.ledger.LedgerSettings;
import java.util.Properties;
import javax.sql.DataSource;
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
        JobDetail job = deltaScoringJob();
        scheduler.setJobDetails(job);
        scheduler.setTriggers(everyInterval(job, settings));
        // A changed interval has to reach the database.
        scheduler.setOverwriteExistingJobs(true);
        scheduler.setWaitForJobsToCompleteOnShutdown(true);
        return scheduler;
    }

    private static JobDetail deltaScoringJob() {
        return JobBuilder.newJob(DeltaScoringTrigger.class)
                .withIdentity("delta-scoring", GROUP)
                .storeDurably()
                .build();
    }

    /** Firings that were missed (the server was down, a run took long) are made up for by one. */
    private static Trigger everyInterval(JobDetail job, DeltaSettings settings) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity("delta-scoring", GROUP)
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(settings.updateInterval().toMillis())
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
