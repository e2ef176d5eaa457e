package io.leadscore.report;

import io.leadscore.ledger.RunReports;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The noticeboard. */
@Configuration(proxyBeanMethods = false)
public class ReportConfiguration {

    @Bean
    RunTally runTally() {
        return new RunTally();
    }

    @Bean
    RunReporter runReporter(RunReports reports, RunTally tally, InstantSource clock) {
        return new RunReporter(reports, tally, clock);
    }
}
