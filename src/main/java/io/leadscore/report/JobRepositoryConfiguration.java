package io.leadscore.report;

import javax.sql.DataSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** The one job repository of all jobs: how each run went, for whoever restarts it. */
@Configuration(proxyBeanMethods = false)
public class JobRepositoryConfiguration {

    /**
     * Executions are created at READ COMMITTED. Serializable, the framework's default, is to keep two from running the same
     * job at once, which the lease does already; and steps that begin beside each other then fail each other on PostgreSQL.
     */
    @Bean
    JobRepository jobRepository(DataSource dataSource, PlatformTransactionManager transactions) throws Exception {
        DiscreetJobRepositoryFactory factory = new DiscreetJobRepositoryFactory();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(transactions);
        factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
        factory.afterPropertiesSet();
        return factory.getObject();
    }
}
