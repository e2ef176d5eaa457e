package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.CREATED;
import static io.leadscore.scoring.ScoreAssertions.PROFILE;
import static io.leadscore.scoring.ScoreAssertions.contribution;
import static io.leadscore.scoring.ScoreAssertions.score;
import static io.leadscore.scoring.ScoreAssertions.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.CustomSignal.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomSignalsTests {

    private static final CustomSignal SEGMENT = new CustomSignal(
            "segment",
            ObjectType.COMPANIES,
            "industry_segment__c",
            Component.FIT,
            Kind.CATEGORY,
            20,
            0.4,
            Map.of("enterprise", 1.0, "team", 0.5),
            true,
            null,
            null,
            null);
    private static final CustomSignal SEATS = number("seats", List.of(new Band(10, 0.3), new Band(50, 1)), null);

    @Test
    void categoryCountsByItsBestListedOption() {
        Score score = custom(SEGMENT, new LeadFixture().companyCustom("industry_segment__c", "team;enterprise"));

        // 30 % x 20 % x 1.0 = 6 points
        assertThat(contribution(score, "segment"))
                .isEqualTo(new Contribution("segment", Component.FIT, 1.0, 600, 600, 240, "segment is enterprise"));
    }

    @Test
    void otherSignalsOfTheComponentGiveUpTheirShareInProportion() {
        Score score = custom(SEGMENT, new LeadFixture());

        // industry: 30 % x 20 % x 80 % = 4.8 points instead of 6
        assertThat(contribution(score, "industry").maxHundredths()).isEqualTo(480);
        assertThat(contribution(score, "email_replies").maxHundredths()).isEqualTo(900);
        assertThat(contribution(score, "segment").hundredths()).isEqualTo(240);
        assertThat(contribution(score, "segment").sentence()).isEqualTo("segment unknown: neutral");
    }

    @Test
    void optionThatIsNotListedIsWorthItsCohort() {
        ScoringProfile profile = profile(SEGMENT);
        CohortRates.Builder builder = new CohortRates.Builder(profile, CREATED);
        for (int i = 0; i < 40; i++) {
            builder.add(new LeadFixture()
                    .companyCustom("industry_segment__c", i < 20 ? "public" : "other")
                    .deal(i < 20 ? Outcome.WON : Outcome.LOST, 200, 150, 0)
                    .closed());
        }
        WeightSet weights = weights(profile, builder.build());

        Contribution segment = contribution(
                score(
                        new LeadFixture()
                                .companyCustom("industry_segment__c", "public")
                                .build(),
                        weights),
                "segment");

        // account (20 + 2) / 60 = 0.3667, cohort (20 + 7.333) / 40 = 0.6833: 0.7765
        assertThat(segment.value()).isCloseTo(0.7765, within(0.0005));
        assertThat(segment.sentence()).isEqualTo("segment: deals alike won 20 of 20");
    }

    @Test
    void ownDealIsTakenOutOfItsOwnOptionOnly() {
        CustomSignal plan = new CustomSignal(
                "plan",
                ObjectType.DEALS,
                "plan",
                Component.FIT,
                Kind.CATEGORY,
                20,
                null,
                Map.of(),
                true,
                null,
                null,
                null);
        ScoringProfile profile = profile(plan);
        LeadFixture lead = new LeadFixture().dealCustom("plan", "small").deal(Outcome.WON, 100, 50, 1);
        CohortRates counted = new CohortRates.Builder(profile, CREATED)
                .add(lead.closed())
                .add(new LeadFixture()
                        .dealCustom("plan", "large")
                        .deal(Outcome.WON, 100, 50, 1)
                        .closed())
                .build();

        lead.dealCustom("plan", "large").deal(Outcome.OPEN, 3, -9, 0.1);

        assertThat(contribution(score(lead.build(), weights(profile, counted)), "plan")
                        .sentence())
                .isEqualTo("plan: deals alike won 1 of 1");
    }

    @Test
    void numberCountsByItsBand() {
        assertThat(contribution(custom(SEATS, new LeadFixture().contactCustom("seats", "49")), "seats")
                        .value())
                .isEqualTo(0.3);
        assertThat(contribution(custom(SEATS, new LeadFixture().contactCustom("seats", "50")), "seats")
                        .value())
                .isEqualTo(1.0);
        assertThat(contribution(custom(SEATS, new LeadFixture().contactCustom("seats", "9")), "seats")
                        .value())
                .isEqualTo(0.0);
        assertThat(contribution(custom(SEATS, new LeadFixture().contactCustom("seats", "many")), "seats")
                        .value())
                .isNull();
    }

    @Test
    void numberWithoutBandsCountsUpToItsCap() {
        CustomSignal budget = number("budget", null, 200.0);

        Score score = custom(budget, new LeadFixture().contactCustom("budget", "50"));

        assertThat(contribution(score, "budget").value()).isEqualTo(0.25);
        assertThat(contribution(score, "budget").sentence()).isEqualTo("budget is 50.0");
    }

    @Test
    void flagOfTheNewestOpenDealCounts() {
        CustomSignal pilot = new CustomSignal(
                "pilot",
                ObjectType.DEALS,
                "pilot",
                Component.RECENCY,
                Kind.FLAG,
                10,
                null,
                null,
                null,
                null,
                null,
                null);

        Score score =
                custom(pilot, new LeadFixture().dealCustom("pilot", "true").deal(Outcome.OPEN, 3, -9, 0.1));

        assertThat(contribution(score, "pilot").sentence()).isEqualTo("pilot is set");
        assertThat(contribution(score, "pilot").hundredths()).isEqualTo(200);
    }

    @Test
    void dateHalvesWithItsHalfLifeAndMakesTheScoreDue() {
        CustomSignal webinar = new CustomSignal(
                "webinar",
                ObjectType.CONTACTS,
                "last_webinar",
                Component.RECENCY,
                Kind.DATE,
                50,
                null,
                null,
                null,
                null,
                null,
                Duration.ofDays(10));

        Score score = custom(webinar, new LeadFixture().contactCustom("last_webinar", "2026-11-13"));

        assertThat(contribution(score, "webinar").value()).isEqualTo(0.5);
        assertThat(contribution(score, "webinar").sentence()).isEqualTo("webinar on 2026-11-13");
        assertThat(score.dueAt()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "work_email",
                "hs_additional_emails",
                "hs_email_domain",
                "firstname",
                "lastname",
                "name",
                "dealname",
                "phone",
                "mobilephone",
                "hs_calculated_phone_number",
                "fax",
                "address",
                "street_2",
                "city",
                "zip",
                "postal_code",
                "jobtitle",
                "company",
                "message",
                "notes",
                "description",
                "hs_note_body",
                "website",
                "domain",
                "twitterhandle",
                "linkedin_url",
                "date_of_birth",
                "contact_name",
                "salutation",
                "ip_address"
            })
    void refusesPersonalDataAndFreeTextByName(String property) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomSignal(
                        "mine",
                        ObjectType.CONTACTS,
                        property,
                        Component.FIT,
                        Kind.FLAG,
                        10,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .withMessageContaining("property " + property + " of custom signal mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "industry_segment__c", "number_of_seats", "product_interest", "health_score", "runs_pilot",
                "hs_email_open", "annual_budget", "contract_end", "plan", "hs_predictivescoringtier"
            })
    void allowsWhatIsNot(String property) {
        assertThat(PersonalData.isNamed(property)).isFalse();
    }

    @Test
    void kindsAcceptHubSpotsTypes() {
        assertThat(Kind.CATEGORY.accepts("enumeration")).isTrue();
        assertThat(Kind.CATEGORY.accepts("string")).isFalse();
        assertThat(Kind.NUMBER.accepts("number")).isTrue();
        assertThat(Kind.DATE.accepts("datetime")).isTrue();
        assertThat(Kind.FLAG.accepts("bool")).isTrue();
    }

    private static Score custom(CustomSignal signal, LeadFixture lead) {
        return score(lead.build(), weights(profile(signal), CohortRates.NONE));
    }

    private static CustomSignal number(String name, @Nullable List<Band> bands, @Nullable Double cap) {
        return new CustomSignal(
                name, ObjectType.CONTACTS, name, Component.FIT, Kind.NUMBER, 10, null, null, null, bands, cap, null);
    }

    private static ScoringProfile profile(CustomSignal signal) {
        return PROFILE.withCustomSignals(List.of(signal));
    }
}
