package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadscore.lead.JobLevel;
import io.leadscore.lead.Lead;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SegmentationTests {

    private static final Segment LARGE = segment("large", Map.of("company-size", oneOf("1000..")));
    private static final Segment DACH = segment("dach", Map.of("country", oneOf("DE", "AT", "CH")));
    private static final Segment GERMAN_BANKS =
            segment("german banks", Map.of("country", oneOf("DE"), "industry", oneOf("BANKING")));

    @Test
    void aLeadIsOfTheFirstThatFits() {
        Segmentation segmentation = segmentation(LARGE, DACH);
        Lead large = new LeadFixture().company(null, 1_000L).country("DE").build();

        assertThat(segmentation.of(large)).isZero();
        assertThat(segmentation.isAmbiguous(large)).isTrue();
        assertThat(segmentation(DACH, LARGE).of(large)).isZero();
        Lead small = new LeadFixture().company(null, 999L).country("AT").build();
        assertThat(segmentation.of(small)).isEqualTo(1);
        assertThat(segmentation.isAmbiguous(small)).isFalse();
        Lead elsewhere = new LeadFixture().company(null, 999L).country("FR").build();
        assertThat(segmentation.of(elsewhere)).isEqualTo(Segmentation.NONE);
        assertThat(segmentation.isAmbiguous(elsewhere)).isFalse();
    }

    @Test
    void allConditionsMustHold() {
        Segmentation segmentation = segmentation(GERMAN_BANKS);

        assertThat(segmentation.of(
                        new LeadFixture().company("BANKING", null).country("DE").build()))
                .isZero();
        assertThat(segmentation.of(
                        new LeadFixture().company("BANKING", null).country("AT").build()))
                .isEqualTo(Segmentation.NONE);
        assertThat(segmentation.of(
                        new LeadFixture().company("RETAIL", null).country("DE").build()))
                .isEqualTo(Segmentation.NONE);
    }

    @Test
    void whatIsNotKnownMeetsNoCondition() {
        assertThat(segmentation(LARGE, DACH, GERMAN_BANKS).of(new LeadFixture().build()))
                .isEqualTo(Segmentation.NONE);
    }

    @Test
    void readsEveryFact() {
        Lead lead = new LeadFixture()
                .company("RETAIL", 70L)
                .source("REFERRALS")
                .level(JobLevel.DIRECTOR)
                .stage("lead")
                .deal(Outcome.OPEN, 10, 0, 0.2)
                .build();

        assertThat(fits(lead, "industry", "RETAIL")).isTrue();
        assertThat(fits(lead, "source", "REFERRALS")).isTrue();
        assertThat(fits(lead, "seniority", "DIRECTOR")).isTrue();
        assertThat(fits(lead, "department", "SALES")).isFalse();
        assertThat(fits(lead, "lifecycle-stage", "lead")).isTrue();
        assertThat(fits(lead, "pipeline", "default")).isTrue();
        assertThat(fits(lead, "pipeline", "renewals")).isFalse();
        assertThat(fits(lead, "company-size", "51-200")).isTrue();
        assertThat(fits(lead, "company-size", "11-50")).isFalse();
        assertThat(fits(lead, "company-size", "..70")).isTrue();
        assertThat(fits(lead, "company-size", "71..")).isFalse();
        assertThat(fits(lead, "company-size", "1..9", "70")).isTrue();
    }

    @Test
    void readsPropertiesOfTheAccountsOwn() {
        Lead lead = new LeadFixture()
                .contactCustom("plan", "team;personal")
                .contactCustom("seats", "12")
                .contactCustom("pilot", "true")
                .build();

        assertThat(fits(lead, "plan", "personal")).isTrue();
        assertThat(fits(lead, "plan", "enterprise")).isFalse();
        assertThat(fits(lead, "seats", "10..20")).isTrue();
        assertThat(fits(lead, "seats", "..11.9")).isFalse();
        assertThat(fits(lead, "pilot", "true")).isTrue();
        assertThat(fits(new LeadFixture().build(), "seats", "0..")).isFalse();
    }

    @Test
    void refusesWhatCannotBe() {
        refuses("segments[0].where.shoe-size is not a fact", segment("a", Map.of("shoe-size", oneOf("44"))));
        refuses("segments[0].where.country DEU is not", segment("a", Map.of("country", oneOf("DEU"))));
        refuses("segments[0].where.seniority BOSS is not one of", segment("a", Map.of("seniority", oneOf("BOSS"))));
        refuses("is neither a number of employees", segment("a", Map.of("company-size", oneOf("20..10"))));
        refuses("segments[0].where.company-size .. is neither", segment("a", Map.of("company-size", oneOf(".."))));
        refuses("segments[0].where.seats needs numbers", segment("a", Map.of("seats", oneOf("many"))));
        refuses("segments[0].where.pilot needs true or false", segment("a", Map.of("pilot", oneOf("yes"))));
        refuses("segments[0].where.webinar is a date", segment("a", Map.of("webinar", oneOf("2026-01-01"))));
        refuses("segments[1].name dach is taken", DACH, DACH);
    }

    @Test
    void anAccountWithoutSegmentsHasTheProfileThatItHad() {
        assertThat(PROFILE.withSegments(List.of()).fingerprint()).isEqualTo(PROFILE.fingerprint());
        assertThat(profile(DACH).fingerprint())
                .isNotEqualTo(profile().fingerprint())
                .isNotEqualTo(profile(LARGE).fingerprint());
    }

    @Test
    void whatSegmentsListIsReadAsItIs() {
        assertThat(ListedOptions.of(profile(
                        segment("renewals", Map.of("pipeline", oneOf("75e2"))),
                        segment("teams", Map.of("plan", oneOf("team"))))))
                .contains(
                        new ListedOptions(ObjectType.DEALS, "pipeline", "segments.renewals.pipeline", Set.of("75e2")),
                        new ListedOptions(ObjectType.CONTACTS, "plan", "segments.teams.plan", Set.of("team")));
    }

    @Test
    void goesWithTheSignalThatItIsToldBy() {
        ScoringProfile profile = profile(DACH, segment("teams", Map.of("plan", oneOf("team"))));

        assertThat(profile.withCustomSignals(List.of()).segmentsInOrder()).containsExactly(DACH);
    }

    private static boolean fits(Lead lead, String fact, String... values) {
        return segmentation(segment("a", Map.of(fact, oneOf(values)))).of(lead) == 0;
    }

    private static void refuses(String sentence, Segment... segments) {
        assertThatIllegalArgumentException().isThrownBy(() -> profile(segments)).withMessageContaining(sentence);
    }

    private static Segmentation segmentation(Segment... segments) {
        return new Segmentation(profile(segments));
    }

    static ScoringProfile profile(Segment... segments) {
        return PROFILE.withCustomSignals(List.of(
                        custom("plan", CustomSignal.Kind.CATEGORY, null),
                        custom("seats", CustomSignal.Kind.NUMBER, null),
                        custom("pilot", CustomSignal.Kind.FLAG, null),
                        custom("webinar", CustomSignal.Kind.DATE, Duration.ofDays(30))))
                .withSegments(List.of(segments));
    }

    private static CustomSignal custom(String name, CustomSignal.Kind kind, @Nullable Duration halfLife) {
        Boolean learnt = kind == CustomSignal.Kind.CATEGORY ? true : null;
        return new CustomSignal(
                name, ObjectType.CONTACTS, name, Component.FIT, kind, 0, null, null, learnt, null, null, halfLife);
    }

    static Segment segment(String name, Map<String, Condition> where) {
        return new Segment(name, where);
    }

    static Condition oneOf(String... values) {
        return new Condition(List.of(values));
    }
}
