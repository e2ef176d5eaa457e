package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.Lead;
import io.leadscore.lead.LinkSummary;
import io.leadscore.lead.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lead of which only what a test says is known. Instants are days before (or after) the lead's. */
final class LeadFixture {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");
    private static final String CONNECTED = "f240bbac-87c9-4f6e-bf70-924b57d47db7";

    private final List<DealFacts> deals = new ArrayList<>();
    private final List<Engagement> engagements = new ArrayList<>();
    private final Map<String, String> contactCustom = new HashMap<>();
    private final Map<String, String> companyCustom = new HashMap<>();
    private final Map<String, String> dealCustom = new HashMap<>();
    private @Nullable String stage;
    private @Nullable String status;
    private @Nullable String source;
    private @Nullable String country;
    private @Nullable JobLevel level;
    private @Nullable String industry;
    private @Nullable Long employees;
    private boolean company;
    private EmailActivity emails = EmailActivity.NONE;
    private int conversions;
    private @Nullable Instant lastConversionAt;
    private @Nullable Instant lastSalesActivityAt;
    private long ids = 100;

    static Instant daysAgo(double days) {
        return NOON.minusMillis(Math.round(days * 86_400_000));
    }

    LeadFixture stage(String value) {
        stage = value;
        return this;
    }

    LeadFixture status(String value) {
        status = value;
        return this;
    }

    LeadFixture source(String value) {
        source = value;
        return this;
    }

    LeadFixture country(String value) {
        country = value;
        return this;
    }

    LeadFixture level(JobLevel value) {
        level = value;
        return this;
    }

    LeadFixture company(@Nullable String itsIndustry, @Nullable Long itsEmployees) {
        company = true;
        industry = itsIndustry;
        employees = itsEmployees;
        return this;
    }

    LeadFixture marketing(EmailActivity activity) {
        emails = activity;
        return this;
    }

    LeadFixture form(double daysAgo) {
        conversions++;
        lastConversionAt = daysAgo(daysAgo);
        return this;
    }

    LeadFixture salesActivity(double daysAgo) {
        lastSalesActivityAt = daysAgo(daysAgo);
        return this;
    }

    LeadFixture sent(double daysAgo) {
        return sent(daysAgo, 0, 0, null);
    }

    LeadFixture sent(double daysAgo, int opens, int clicks, Engagement.@Nullable FirstSeen firstSeen) {
        Instant at = daysAgo(daysAgo);
        engagements.add(new Engagement.Email(
                ids++, LONG_AGO, at, at, Engagement.Direction.OUTGOING, "SENT", opens, clicks, 0, firstSeen));
        return this;
    }

    LeadFixture reply(double daysAgo) {
        Instant at = daysAgo(daysAgo);
        engagements.add(
                new Engagement.Email(ids++, LONG_AGO, at, at, Engagement.Direction.INCOMING, "SENT", 0, 0, 0, null));
        return this;
    }

    LeadFixture meeting(double daysAgo, @Nullable String outcome) {
        Instant at = daysAgo(daysAgo);
        engagements.add(new Engagement.Meeting(ids++, LONG_AGO, at, at, at, at.plus(Duration.ofHours(1)), outcome));
        return this;
    }

    LeadFixture call(double daysAgo, Engagement.Direction direction, String callStatus) {
        Instant at = daysAgo(daysAgo);
        String disposition = callStatus.equals("COMPLETED") ? CONNECTED : null;
        engagements.add(new Engagement.Call(
                ids++, LONG_AGO, at, at, direction, callStatus, disposition, Duration.ofMinutes(5)));
        return this;
    }

    LeadFixture note(double daysAgo) {
        engagements.add(new Engagement.Note(ids++, LONG_AGO, daysAgo(daysAgo), daysAgo(daysAgo)));
        return this;
    }

    LeadFixture task(double daysAgo, String taskStatus) {
        engagements.add(new Engagement.Task(ids++, LONG_AGO, LONG_AGO, daysAgo(daysAgo), taskStatus));
        return this;
    }

    LeadFixture message(double daysAgo) {
        engagements.add(
                new Engagement.Communication(ids++, LONG_AGO, daysAgo(daysAgo), daysAgo(daysAgo), "LINKEDIN_MESSAGE"));
        return this;
    }

    LeadFixture deal(Outcome outcome, double createdDaysAgo, double closedDaysAgo, double probability) {
        return deal(outcome, daysAgo(createdDaysAgo), daysAgo(closedDaysAgo), probability);
    }

    LeadFixture undatedDeal(Outcome outcome, double createdDaysAgo) {
        return deal(outcome, daysAgo(createdDaysAgo), null, 1);
    }

    /** The same deals as another contact's. */
    LeadFixture deal(LeadFixture other) {
        deals.addAll(other.deals);
        return this;
    }

    private LeadFixture deal(Outcome outcome, Instant createdAt, @Nullable Instant closedAt, double probability) {
        deals.add(new DealFacts(
                ids++,
                createdAt,
                closedAt == null ? createdAt : closedAt,
                1_000.0,
                closedAt,
                "default",
                "stage",
                probability,
                outcome,
                null,
                dealCustom));
        return this;
    }

    LeadFixture contactCustom(String property, String value) {
        contactCustom.put(property, value);
        return this;
    }

    LeadFixture companyCustom(String property, String value) {
        company = true;
        companyCustom.put(property, value);
        return this;
    }

    LeadFixture dealCustom(String property, String value) {
        dealCustom.put(property, value);
        return this;
    }

    ContactFacts contactFacts() {
        return new ContactFacts(
                1,
                LONG_AGO,
                LONG_AGO,
                stage,
                status,
                source,
                country,
                level,
                null,
                null,
                false,
                emails,
                conversions,
                lastConversionAt,
                lastSalesActivityAt,
                LinkSummary.NONE,
                List.of(),
                contactCustom);
    }

    @Nullable
    CompanyFacts companyFacts() {
        return company
                ? new CompanyFacts(2, LONG_AGO, LONG_AGO, industry, employees, null, null, null, companyCustom)
                : null;
    }

    Lead build() {
        return at(NOON);
    }

    Lead at(Instant asOf) {
        return Lead.asOf(asOf, contactFacts(), companyFacts(), deals, engagements);
    }

    ClosedDeal closed() {
        return new ClosedDeal(deals.get(0), contactFacts(), companyFacts());
    }
}
