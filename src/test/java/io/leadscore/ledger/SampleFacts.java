package io.leadscore.ledger;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Department;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Engagement.Call;
import io.leadscore.lead.Engagement.Communication;
import io.leadscore.lead.Engagement.Direction;
import io.leadscore.lead.Engagement.Email;
import io.leadscore.lead.Engagement.FirstSeen;
import io.leadscore.lead.Engagement.Meeting;
import io.leadscore.lead.Engagement.Note;
import io.leadscore.lead.Engagement.Task;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.LinkSummary;
import io.leadscore.lead.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts with every column filled, or none that may be empty. */
final class SampleFacts {

    static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private SampleFacts() {}

    static Instant day(long days) {
        return T0.plus(Duration.ofDays(days));
    }

    static ContactFacts contact(long id, Instant modifiedAt, String stage) {
        return new ContactFacts(
                id,
                T0,
                modifiedAt,
                stage,
                "OPEN",
                "ORGANIC_SEARCH",
                "DE",
                JobLevel.DIRECTOR,
                Department.SALES,
                77L,
                true,
                new EmailActivity(5, 3, 1, day(1), day(2), day(3), day(4)),
                2,
                day(5),
                day(6),
                new LinkSummary(9L, 2, 7, day(7)),
                List.of(3L, 4L),
                Map.of("b_segment__c", "smb", "a_number", "12.5"));
    }

    static ContactFacts bareContact(long id, Instant modifiedAt) {
        return bareContact(id, T0, modifiedAt);
    }

    static ContactFacts bareContact(long id, Instant createdAt, Instant modifiedAt) {
        return new ContactFacts(
                id,
                createdAt,
                modifiedAt,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                EmailActivity.NONE,
                0,
                null,
                null,
                LinkSummary.NONE,
                List.of(),
                Map.of());
    }

    static CompanyFacts company(long id, Instant modifiedAt, long employees) {
        return new CompanyFacts(
                id, T0, modifiedAt, "COMPUTER_SOFTWARE", employees, 1.5e6, "DE", "lead", Map.of("tier", "gold"));
    }

    static DealFacts deal(long id, Instant modifiedAt, Outcome outcome) {
        return new DealFacts(
                id,
                T0,
                modifiedAt,
                1000.5,
                day(20),
                "default",
                "closedwon",
                0.4,
                outcome,
                77L,
                Map.of("kind", "renewal"));
    }

    static Email email(long id, Instant modifiedAt, @Nullable FirstSeen firstSeen) {
        return new Email(id, T0, modifiedAt, day(1), Direction.OUTGOING, "SENT", 3, 2, 1, firstSeen);
    }

    static Call call(long id, Instant modifiedAt) {
        return new Call(id, T0, modifiedAt, day(2), Direction.INCOMING, "COMPLETED", "f240", Duration.ofSeconds(90));
    }

    static Meeting meeting(long id, Instant modifiedAt) {
        return new Meeting(id, T0, modifiedAt, day(3), day(3), day(4), "COMPLETED");
    }

    static Note note(long id, Instant modifiedAt) {
        return new Note(id, T0, modifiedAt, day(4));
    }

    static Task task(long id, Instant modifiedAt) {
        return new Task(id, T0, modifiedAt, day(5), "NOT_STARTED");
    }

    static Communication communication(long id, Instant modifiedAt) {
        return new Communication(id, T0, modifiedAt, day(6), "SMS");
    }
}
