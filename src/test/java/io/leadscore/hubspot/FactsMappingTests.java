package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.Engagement.Direction;
import io.leadscore.lead.Facts;
import io.leadscore.lead.LinkSummary;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Pseudonym;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FactsMappingTests {

    private static final Instant READ_AT = Instant.parse("2026-11-23T12:00:00Z");

    private final KnownAccount account = new KnownAccount()
            .option("tier", "gold", "silver")
            .option("lifecyclestage", "51439524")
            .yesOrNo("is_partner", "Ja", "Nein")
            .kind("seats", ValueKind.NUMBER)
            .kind("trial_ends", ValueKind.DATE)
            .kind("is_partner", ValueKind.FLAG)
            .kind("remark", ValueKind.NUMBER);

    private final FactsMapping mapping = new FactsMapping(
            Map.of(ObjectType.CONTACTS, Set.of("tier", "seats", "trial_ends", "is_partner", "remark")),
            changedAt -> stage -> null,
            new HomeCurrency(() -> "EUR"),
            account,
            account);

    @Test
    void mapsAContact() {
        ContactFacts contact = (ContactFacts) map(
                ObjectType.CONTACTS,
                Map.ofEntries(
                        Map.entry("createdate", "2026-01-02T03:04:05.678Z"),
                        Map.entry("lastmodifieddate", "1795435200000"),
                        Map.entry("lifecyclestage", "51439524"),
                        Map.entry("hs_lead_status", "IN_PROGRESS"),
                        Map.entry("hs_analytics_source", "PAID_SEARCH"),
                        Map.entry("country", "Germany"),
                        Map.entry("hubspot_owner_id", "41629779"),
                        Map.entry("hs_email_optout", "true"),
                        Map.entry("hs_email_open", "12"),
                        Map.entry("hs_email_click", "3.0"),
                        Map.entry("hs_email_replied", "1"),
                        Map.entry("hs_email_last_send_date", "2026-11-01T00:00:00Z"),
                        Map.entry("hs_email_last_open_date", "2026-11-02T00:00:00Z"),
                        Map.entry("hs_sales_email_last_opened", "2026-11-03T00:00:00Z"),
                        Map.entry("hs_email_last_click_date", "2026-11-04T00:00:00Z"),
                        Map.entry("hs_sales_email_last_replied", "2026-11-05T00:00:00Z"),
                        Map.entry("num_conversion_events", "2"),
                        Map.entry("recent_conversion_date", "2026-10-01"),
                        Map.entry("hs_last_sales_activity_timestamp", "1795435200001"),
                        Map.entry("associatedcompanyid", "7100000001"),
                        Map.entry("num_associated_deals", "2"),
                        Map.entry("num_notes", "9"),
                        Map.entry("notes_last_contacted", "2026-11-05T00:00:00Z"),
                        Map.entry("notes_last_updated", "2026-11-06T00:00:00Z"),
                        Map.entry("hs_merged_object_ids", "201;202"),
                        Map.entry("hs_calculated_merged_vids", "202:1732320000000;203:1732320000001")));

        assertThat(contact)
                .isEqualTo(new ContactFacts(
                        1,
                        Instant.parse("2026-01-02T03:04:05.678Z"),
                        Instant.ofEpochMilli(1_795_435_200_000L),
                        "51439524",
                        "IN_PROGRESS",
                        "PAID_SEARCH",
                        "DE",
                        null,
                        null,
                        41_629_779L,
                        true,
                        new EmailActivity(
                                12,
                                3,
                                1,
                                Instant.parse("2026-11-01T00:00:00Z"),
                                Instant.parse("2026-11-03T00:00:00Z"),
                                Instant.parse("2026-11-04T00:00:00Z"),
                                Instant.parse("2026-11-05T00:00:00Z")),
                        2,
                        Instant.parse("2026-10-01T00:00:00Z"),
                        Instant.ofEpochMilli(1_795_435_200_001L),
                        new LinkSummary(7_100_000_001L, 2, 9, Instant.parse("2026-11-06T00:00:00Z")),
                        List.of(201L, 202L, 203L),
                        Map.of()));
    }

    @Test
    void keepsOfTheTitleOnlyTheLevel() {
        ContactFacts contact = (ContactFacts) map(ObjectType.CONTACTS, Map.of("jobtitle", "CEO"));

        assertThat(contact.jobLevel()).isNotNull();
        assertThat(contact.toString()).doesNotContain("CEO");
    }

    @Test
    void keepsCustomValuesAsWhatTheyAreDeclared() {
        ContactFacts contact = (ContactFacts) map(
                ObjectType.CONTACTS,
                Map.of(
                        "tier",
                        "gold",
                        "seats",
                        "12.5",
                        "trial_ends",
                        "2026-11-05T00:00:00.000Z",
                        "is_partner",
                        "Ja",
                        "remark",
                        "call anna@example.com",
                        "undeclared",
                        "1"));

        assertThat(contact.custom())
                .isEqualTo(Map.of(
                        "tier", "gold", "seats", "12.5", "trial_ends", "2026-11-05T00:00:00Z", "is_partner", "true"));
    }

    @Test
    void keepsAnOptionThatIsInNoListAsAPseudonym() {
        String unlisted = String.valueOf(custom("tier", "Ada Lovelace"));

        assertThat(Pseudonym.is(unlisted)).isTrue();
        assertThat(custom("tier", "Ada Lovelace")).isEqualTo(unlisted);
        assertThat(custom("tier", "Grace Hopper")).isNotEqualTo(unlisted);
        assertThat(custom("tier", "gold;Ada Lovelace")).isEqualTo("gold;" + unlisted);
    }

    @Test
    void keepsAnOptionOfAnyCharactersThatTheProfileLists() {
        String longest = "x".repeat(255);
        account.lists(
                "industry",
                "Software (SaaS)",
                "Sant\u00e9 & M\u00e9dico-social",
                "R&D, Bau + Garten",
                "0815",
                "A;B",
                longest);

        assertThat(industry("Software (SaaS)")).isEqualTo("Software (SaaS)");
        assertThat(industry(" Software (SaaS) ")).isEqualTo("Software (SaaS)");
        assertThat(industry("R&D, Bau + Garten")).isEqualTo("R&D, Bau + Garten");
        assertThat(industry("Sante\u0301 & Me\u0301dico-social")).isEqualTo("Sant\u00e9 & M\u00e9dico-social");
        assertThat(industry("0815")).isEqualTo("0815");
        assertThat(industry("A;B")).isEqualTo("A;B");
        assertThat(industry(longest)).isEqualTo(longest);
    }

    @Test
    void keepsNeitherOverlongOptionsNorControlCharactersThoughTheAccountListsThem() {
        String overlong = "x".repeat(256);
        account.option("industry", overlong, "a\u0007b", "0171 2345678");

        assertThat(industry(overlong)).startsWith("#").hasSize(17);
        assertThat(industry("a\u0007b")).startsWith("#");
        assertThat(industry("0171 2345678")).isEqualTo("0171 2345678");
        assertThat(industry("0171 2345679")).startsWith("#");
    }

    @ParameterizedTest
    @CsvSource({"12.50,12.5", "1e3,1000", "1e400,", "NaN,", "'1,234',", "-3,-3", "\u0661\u0662,", "0171 2345678,"})
    void keepsOfANumberNothingButTheNumber(String text, @Nullable String kept) {
        assertThat(custom("seats", text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"Ja,true", "Nein,false", "ja,", "vielleicht,"})
    void readsAFlagByItsOptions(String text, @Nullable String kept) {
        assertThat(custom("is_partner", text)).isEqualTo(kept);
    }

    private @Nullable String custom(String property, String text) {
        return ((ContactFacts) map(ObjectType.CONTACTS, Map.of(property, text)))
                .custom()
                .get(property);
    }

    private @Nullable String industry(String text) {
        return ((CompanyFacts) map(ObjectType.COMPANIES, Map.of("industry", text))).industry();
    }

    @Test
    void mapsACompany() {
        CompanyFacts company = (CompanyFacts) map(
                ObjectType.COMPANIES,
                Map.of(
                        "industry", "COMPUTER_SOFTWARE",
                        "numberofemployees", "250",
                        "annualrevenue", "1.5E7",
                        "country", "US"));

        assertThat(company.industry()).isEqualTo("COMPUTER_SOFTWARE");
        assertThat(company.employees()).isEqualTo(250);
        assertThat(company.annualRevenue()).isEqualTo(15_000_000);
        assertThat(company.country()).isEqualTo("US");
        assertThat(company.modifiedAt()).isEqualTo(READ_AT);
    }

    @Test
    void mapsAnEmailWithItsFirstSight() {
        Engagement.Email email = (Engagement.Email) map(
                ObjectType.EMAILS,
                Map.of(
                        "hs_timestamp", "2026-11-23T10:00:00Z",
                        "hs_lastmodifieddate", "2026-11-23T10:00:07Z",
                        "hs_email_direction", "EMAIL",
                        "hs_email_status", "SENT",
                        "hs_email_open_count", "2",
                        "hs_email_click_count", "5"));

        assertThat(email.direction()).isEqualTo(Direction.OUTGOING);
        assertThat(email.firstSeen()).isEqualTo(new Engagement.FirstSeen(Duration.ofSeconds(7), 2, 5));
    }

    @Test
    void hasNoFirstSightWithoutOpensAndClicks() {
        Engagement.Email email = (Engagement.Email) map(ObjectType.EMAILS, Map.of("hs_email_reply_count", "1"));

        assertThat(email.firstSeen()).isNull();
        assertThat(email.replies()).isEqualTo(1);
    }

    @Test
    void mapsCallsAndMeetings() {
        Engagement.Call call = (Engagement.Call) map(
                ObjectType.CALLS,
                Map.of(
                        "hs_call_direction", "INBOUND",
                        "hs_call_status", "COMPLETED",
                        "hs_call_disposition", "f240bbac-87c9-4f6e-bf70-924b57d47db7",
                        "hs_call_duration", "90000"));
        Engagement.Meeting meeting = (Engagement.Meeting) map(
                ObjectType.MEETINGS,
                Map.of("hs_meeting_start_time", "2026-11-24T10:00:00Z", "hs_meeting_outcome", "NO_SHOW"));

        assertThat(call.direction()).isEqualTo(Direction.INCOMING);
        assertThat(call.duration()).isEqualTo(Duration.ofSeconds(90));
        assertThat(call.disposition()).startsWith("f240bbac");
        assertThat(meeting.startsAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(meeting.outcome()).isEqualTo("NO_SHOW");
    }

    @Test
    void keepsNoTextOfAnEnumeration() {
        ContactFacts contact = (ContactFacts) map(
                ObjectType.CONTACTS,
                Map.of("lifecyclestage", "anna@example.com", "hs_lead_status", "Müller", "hs_analytics_source", "a;b"));

        assertThat(contact.toString()).doesNotContain("anna", "M\u00fcller", "a;b");
        assertThat(contact.lifecycleStage()).startsWith("#");
        assertThat(contact.leadStatus()).startsWith("#");
        assertThat(contact.source()).matches("#[0-9a-f]{16};#[0-9a-f]{16}");
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void takesGarbageForUnknown(ObjectType type) {
        Map<String, @Nullable String> garbage = new HashMap<>();
        for (String name : RequestedProperties.of(type, Set.of())) {
            garbage.put(name, "☃ 99999999999999999999-13-45T::");
        }

        Facts facts = mapping.map(type, List.of(wire(garbage, "never")), READ_AT)
                .get(0)
                .facts();

        assertThat(facts.createdAt()).isEqualTo(READ_AT);
        assertThat(facts.modifiedAt()).isEqualTo(READ_AT);
        assertThat(facts.toString()).doesNotContain("☃");
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void mapsARecordWithoutProperties(ObjectType type) {
        assertThat(mapping.map(type, List.of(new CrmObject("1", null, null, null, null)), READ_AT)
                        .get(0)
                        .facts()
                        .type())
                .isEqualTo(type);
    }

    @Test
    void readsAmountsAndDates() {
        DealFacts deal = (DealFacts) map(
                ObjectType.DEALS,
                Map.of("amount", "about 12", "closedate", "99999999999999999", "pipeline", "default"));

        assertThat(deal.amount()).isNull();
        assertThat(deal.closedAt()).isNull();
        assertThat(deal.pipeline()).isEqualTo("default");
    }

    private Facts map(ObjectType type, Map<String, String> properties) {
        Map<String, @Nullable String> values = new HashMap<>();
        properties.forEach(values::put);
        return mapping.map(type, List.of(wire(values, null)), READ_AT).get(0).facts();
    }

    @SuppressWarnings("NullAway") // does not read nested annotations from class files
    private static CrmObject wire(Map<String, @Nullable String> properties, @Nullable String createdAt) {
        return new CrmObject("1", properties, createdAt, null, null);
    }
}
