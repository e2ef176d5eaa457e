package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.ledger.LedgerDump;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.RecordType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What people are called, where they can be reached and what they wrote is nowhere to be found after a run. */
class PrivacyFunctionalTests extends DeltaJobFixture {

    private static final List<String> PERSONAL = List.of(
            "email",
            "lastname",
            "phone",
            "mobilephone",
            "address",
            "jobtitle",
            "company",
            "message",
            "dealname",
            "hs_email_subject",
            "hs_email_text",
            "hs_call_title",
            "hs_call_body",
            "hs_meeting_title",
            "hs_meeting_body",
            "hs_note_body",
            "hs_task_subject",
            "hs_task_body",
            "hs_communication_body",
            "name",
            "domain");

    @Test
    void keepsNothingPersonalInDatabaseJobRepositoryAndLog() {
        restartSandbox(options -> options.withContacts(150));
        leadscore().door(HubSpot.class).setUp(false);
        Set<String> personal = personalValues();
        ListAppender<ILoggingEvent> log = listen();

        sandbox.faults().add(FaultKind.GARBAGE, "POST /crm/objects/*/emails/search", 3);
        sandbox.faults().add(FaultKind.PARTIAL, UPDATE, 1);
        run();
        run();
        run();

        assertThat(scores()).isNotEmpty();
        String dump = LedgerDump.of(leadscore().door(DataSource.class));
        StringBuilder lines = new StringBuilder();
        log.list.forEach(event -> lines.append(event.getFormattedMessage())
                .append(event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .append('\n'));
        assertThat(personal).hasSizeGreaterThan(1_000);
        assertThat(dump).contains("delta-scoring");
        assertThat(personal).noneMatch(dump::contains);
        assertThat(personal).noneMatch(lines.toString()::contains);
    }

    private Set<String> personalValues() {
        Set<String> values = new HashSet<>();
        for (RecordType type : RecordType.values()) {
            crm.forEach(
                    type,
                    object -> PERSONAL.forEach(name -> {
                        String value = object.property(name);
                        // Shorter ones stand in innocent words.
                        if (value != null && value.length() >= 6) {
                            values.add(value);
                        }
                    }));
        }
        return values;
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        Logger ours = (Logger) LoggerFactory.getLogger("io.leadscore");
        ours.setLevel(Level.DEBUG);
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(appender);
        return appender;
    }
}
