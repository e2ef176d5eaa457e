package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.hubspot.ApiVersions;
import io.leadscore.hubspot.HubSpotException;
import io.leadscore.hubspot.ScoreProperty;
import io.leadscore.ledger.Departure;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Rejections;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.Touches;
import io.leadscore.report.Need;
import io.leadscore.report.Needed;
import io.leadscore.sandbox.CrmObject;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.PropertyDefinition;
import io.leadscore.sandbox.RecordType;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.settings.ScoringProfileFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run does to HubSpot, situation by situation. */
class DeltaJobFunctionalTests extends DeltaJobFixture {

    @Test
    void writesEveryPropertyOfEveryLiveContactOnTheFirstRun() {
        List<Long> contacts = contacts(250);

        RunOutcome outcome = run();

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(contacts).allSatisfy(id -> assertThat(scoreOf(id))
                .containsOnlyKeys(ScoreProperty.names())
                .allSatisfy((name, value) -> assertThat(value).isNotBlank()));
    }

    @Test
    void writesNothingAndAsksOnlyEightSearchesWhenNothingChanged() {
        contacts(30);
        run();
        sandbox.traffic().clear();

        run();

        assertThat(sandbox.traffic().requests()).hasSize(8).allSatisfy(request -> assertThat(request.path())
                .endsWith("/search"));
    }

    @Test
    void readsTheEchoOfItsOwnWritesWithoutScoringIt() {
        contacts(450);
        run();
        sandbox.traffic().clear();

        RunOutcome second = run();

        assertThat(sandbox.traffic().count(SEARCH)).isEqualTo(8 + 2);
        assertThat(sandbox.traffic().count()).isEqualTo(8 + 2);
        assertThat(second.report().counts()).doesNotContainKey("leads scored");
    }

    @Test
    void rescoresExactlyTheLeadWhoReplied() {
        List<Long> contacts = contacts(20);
        run();
        Map<Long, Map<String, String>> before = scores();
        clock.advance(Duration.ofMinutes(5));

        crm.logEmailReply(contacts.get(7));
        RunOutcome outcome = run();

        assertThat(changedSince(before)).containsExactly(contacts.get(7));
        assertThat(outcome.report().counts()).containsEntry("leads scored", 1L);
        assertThat(points(contacts.get(7))).isGreaterThan(points(contacts.get(8)));
    }

    @Test
    void movesOnlyTheOwnLeadWhenADealIsWon() {
        List<Long> contacts = contacts(20);
        long deal = deal(contacts.get(3));
        run();
        Map<Long, Map<String, String>> before = scores();
        clock.advance(Duration.ofMinutes(5));

        crm.closeDeal(deal, true);
        run();

        assertThat(changedSince(before)).containsExactly(contacts.get(3));
    }

    @Test
    void rescoresEveryLeadOfACompanyWhoseSizeChanged() {
        List<Long> contacts = contacts(10);
        long company = company(Map.of("numberofemployees", "3"), contacts.subList(0, 4));
        run();
        clock.advance(Duration.ofMinutes(5));

        crm.update(RecordType.COMPANIES, company, Map.of("numberofemployees", "250"));
        RunOutcome outcome = run();

        assertThat(outcome.report().counts()).containsEntry("leads scored", 4L);
    }

    @Test
    void missesNobodyWhenManyContactsShareOneInstant() {
        contacts(2_500);

        run();

        assertThat(scores()).hasSize(2_500);
    }

    @Test
    void findsWhatSearchShowedLate() {
        restartSandbox(options -> options.withIndexLag(Duration.ofSeconds(30)));
        setUp();
        List<Long> early = contacts(3);
        clock.advance(Duration.ofMinutes(1));
        long late = contact();
        run();
        assertThat(scores()).containsOnlyKeys(early);

        clock.advance(Duration.ofSeconds(45));
        run();

        assertThat(scores()).containsKey(late);
    }

    @Test
    void missesNobodyWhenRecordsAreEditedWhileTheyArePaged() {
        List<Long> contacts = contacts(600);
        sandbox.faults().runBefore("POST /crm/objects/*/contacts/search", 1, () -> {
            clock.advance(Duration.ofSeconds(1));
            crm.update(RecordType.CONTACTS, contacts.get(0), Map.of("lifecyclestage", "opportunity"));
            crm.update(RecordType.CONTACTS, contacts.get(599), Map.of("lifecyclestage", "opportunity"));
        });

        run();
        clock.advance(Duration.ofMinutes(5));
        run();

        assertThat(scores()).hasSize(600);
        assertThat(points(contacts.get(0))).isEqualTo(points(contacts.get(599)));
        assertThat(points(contacts.get(0))).isNotEqualTo(points(contacts.get(1)));
    }

    @Test
    void followsTheAssociationPagesOfOneRecord() {
        restartSandbox(options -> options.withAssociationPage(100));
        setUp();
        List<Long> contacts = contacts(250);
        long company = company(Map.of("numberofemployees", "3"), contacts);
        run();
        clock.advance(Duration.ofMinutes(5));

        crm.update(RecordType.COMPANIES, company, Map.of("numberofemployees", "250"));
        RunOutcome outcome = run();

        assertThat(outcome.report().counts()).containsEntry("leads scored", 250L);
    }

    @Test
    void noticesThatAContactChangedItsCompany() {
        List<Long> contacts = contacts(2);
        long small = company(Map.of("numberofemployees", "3"), contacts.subList(0, 1));
        long fitting = company(Map.of("numberofemployees", "250"), List.of());
        run();
        int before = points(contacts.get(0));
        clock.advance(Duration.ofMinutes(5));

        crm.dissociate(RecordType.CONTACTS, contacts.get(0), RecordType.COMPANIES, small);
        crm.associatePrimary(RecordType.CONTACTS, contacts.get(0), RecordType.COMPANIES, fitting);
        crm.update(RecordType.CONTACTS, contacts.get(0), Map.of("associatedcompanyid", Long.toString(fitting)));
        run();

        assertThat(points(contacts.get(0))).isGreaterThan(before);
    }

    @Test
    void noticesAnAssociationThatHidesBehindItsOwnWrite() {
        long contact = contacts(1).get(0);
        long company = company(Map.of("numberofemployees", "250"), List.of());
        // Between the pull and the write; the contact's modified time is that of our write afterwards.
        sandbox.faults().runBefore(UPDATE, 0, () -> {
            crm.associatePrimary(RecordType.CONTACTS, contact, RecordType.COMPANIES, company);
            crm.update(RecordType.CONTACTS, contact, Map.of("associatedcompanyid", Long.toString(company)));
        });
        run();
        int before = points(contact);

        run();

        assertThat(points(contact)).isGreaterThan(before);
    }

    @Test
    void takesItsPropertyBackWhenSomebodyOverwroteIt() {
        long contact = contact();
        run();
        String score = scoreOf(contact).get("ai_lead_score");
        clock.advance(Duration.ofMinutes(5));

        crm.update(RecordType.CONTACTS, contact, Map.of("ai_lead_score", "99"));
        run();

        assertThat(scoreOf(contact)).containsEntry("ai_lead_score", score);
    }

    @Test
    void leavesItToWhoeverOverwritesItAgainAndAgain() {
        long contact = contact();
        run();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(5));
            crm.update(RecordType.CONTACTS, contact, Map.of("ai_lead_score", "99"));
            run();
        }
        sandbox.traffic().clear();

        clock.advance(Duration.ofMinutes(5));
        crm.update(RecordType.CONTACTS, contact, Map.of("ai_lead_score", "98"));
        RunOutcome left = run();

        assertThat(sandbox.traffic().count(UPDATE)).isZero();
        assertThat(left.report().counts()).containsEntry("leads left as somebody else wrote them", 1L);
        assertThat(left.report().details().get("overwritten"))
                .contains("of contact " + contact)
                .contains("when-overwritten: keep-writing");
        assertThat(leadscore().door(Scores.class).left(portal)).containsExactly(contact);
    }

    @Test
    void keepsToItsPropertyIfToldTo() {
        long contact = contact();
        run();
        String ours = scoreOf(contact).get("ai_lead_score");
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(5));
            crm.update(RecordType.CONTACTS, contact, Map.of("ai_lead_score", "99"));
            run();
        }
        assertThat(scoreOf(contact)).containsEntry("ai_lead_score", "99");

        restartWith(ApiVersions.all(ApiVersions.CURRENT), WhenOverwritten.KEEP_WRITING);
        clock.advance(Duration.ofMinutes(5));
        run();
        assertThat(scoreOf(contact)).containsEntry("ai_lead_score", ours);
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(5));
            crm.update(RecordType.CONTACTS, contact, Map.of("ai_lead_score", "99"));
            run();
        }
        assertThat(scoreOf(contact)).containsEntry("ai_lead_score", ours);
        sandbox.traffic().clear();
        clock.advance(Duration.ofMinutes(5));
        run();
        assertThat(sandbox.traffic().count(UPDATE)).isZero();
    }

    @Test
    void forgetsAContactThatWasMergedAwayBetweenTwoRuns() {
        List<Long> contacts = contacts(3);
        run();
        clock.advance(Duration.ofMinutes(5));

        crm.merge(RecordType.CONTACTS, contacts.get(0), contacts.get(1));
        run();

        assertThat(leadscore().door(Scores.class).distribution(portal).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void triesAnEditedProfileOutWithoutMakingItLive() {
        contacts(3);
        run();
        clock.advance(Duration.ofMinutes(5));
        ScoringProfile edited = Profiles.withFitOnly();

        restartWith(edited);
        RunOutcome dry = leadscore().dryRun();
        restartWith(ScoringProfileFile.packaged());
        sandbox.traffic().clear();
        run();

        assertThat(dry.report().counts()).containsEntry("leads that would be written", 3L);
        assertThat(sandbox.traffic().count(UPDATE)).isZero();
    }

    @Test
    void returnsToTheEarlierWeightsWithAnEarlierProfile() {
        long contact = contact();
        run();
        Map<String, String> before = scoreOf(contact);
        restartWith(Profiles.withFitOnly());
        run();
        Map<String, String> edited = scoreOf(contact);

        restartWith(ScoringProfileFile.packaged());
        run();

        assertThat(edited).containsEntry("ai_model_version", "1.0-w2");
        assertThat(scoreOf(contact)).containsEntry("ai_model_version", "1.0-w1");
        assertThat(scoreOf(contact)).containsEntry("ai_lead_score", before.get("ai_lead_score"));
    }

    @Test
    void rescoresLeadsThatAreDueWithoutReadingThem() {
        long contact = contact();
        crm.logEmailReply(contact);
        run();
        int fresh = points(contact);
        clock.advance(Duration.ofDays(30));
        sandbox.traffic().clear();

        run();

        assertThat(points(contact)).isLessThan(fresh);
        assertThat(sandbox.traffic().count("POST /crm/objects/*/batch/read")).isZero();
        assertThat(sandbox.traffic().count("GET /crm/objects/*")).isZero();
    }

    @Test
    void isolatesAPoisonedRowAndRejectsItAlone() {
        List<Long> contacts = contacts(120);
        crm.requireWhere(RecordType.CONTACTS, "lifecyclestage", "evangelist", "hs_lead_status");
        crm.update(RecordType.CONTACTS, contacts.get(50), Map.of("lifecyclestage", "evangelist"));

        RunOutcome outcome = run();

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED_NEEDS_PERSON);
        assertThat(scores()).hasSize(119).doesNotContainKey(contacts.get(50));
        assertThat(outcome.needs()).containsExactly(new Needed(Need.LEADS_REJECTED, 1));
        assertThat(run().status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(leadscore().door(Rejections.class).ofExecution(outcome.executionId()))
                .singleElement()
                .satisfies(row -> assertThat(row.contactId()).isEqualTo(contacts.get(50)));
    }

    @Test
    void leavesARejectedLeadInPeaceUntilItsQuarantineIsOver() {
        long contact = contact();
        crm.requireWhere(RecordType.CONTACTS, "lifecyclestage", "evangelist", "hs_lead_status");
        crm.update(RecordType.CONTACTS, contact, Map.of("lifecyclestage", "evangelist"));
        run();
        sandbox.traffic().clear();

        clock.advance(Duration.ofMinutes(5));
        run();
        int tooEarly = sandbox.traffic().count(UPDATE);
        clock.advance(Duration.ofHours(25));
        run();

        assertThat(tooEarly).isZero();
        assertThat(sandbox.traffic().count(UPDATE)).isPositive();
    }

    @Test
    void triesARejectedLeadAgainAsSoonAsItWasEdited() {
        long contact = contact();
        crm.requireWhere(RecordType.CONTACTS, "lifecyclestage", "evangelist", "zip");
        crm.update(RecordType.CONTACTS, contact, Map.of("lifecyclestage", "evangelist"));
        run();
        clock.advance(Duration.ofMinutes(5));

        crm.update(RecordType.CONTACTS, contact, Map.of("zip", "1010"));
        run();

        assertThat(scores()).containsKey(contact);
    }

    @Test
    void triesARejectedLeadAgainAsSoonAsItIsWrittenInAnotherWay() {
        long contact = contact();
        crm.requireWhere(RecordType.CONTACTS, "lifecyclestage", "evangelist", "zip");
        crm.update(RecordType.CONTACTS, contact, Map.of("lifecyclestage", "evangelist"));
        run();
        clock.advance(Duration.ofMinutes(5));

        restartWith(ApiVersions.all(ApiVersions.CURRENT).withWrites("2026-03"), WhenOverwritten.LEAVE);
        run();

        assertThat(scores()).containsKey(contact);
        assertThat(leadscore().door(Rejections.class).unresolved(portal)).isEmpty();
    }

    @Test
    void triesARejectedLeadAgainAsSoonAsWhatIsWrittenIsDefinedOtherwise() {
        long contact = contact();
        crm.requireWhere(RecordType.CONTACTS, "lifecyclestage", "evangelist", "zip");
        crm.update(RecordType.CONTACTS, contact, Map.of("lifecyclestage", "evangelist"));
        run();
        clock.advance(Duration.ofMinutes(5));
        run();
        sandbox.traffic().clear();

        crm.define(
                RecordType.CONTACTS,
                PropertyDefinition.custom(
                        "ai_lead_priority", "enumeration", List.of("High", "Medium", "Low", "Somebody")));
        clock.advance(Duration.ofMinutes(5));
        run();
        assertThat(sandbox.traffic().count(UPDATE)).isPositive();
        sandbox.traffic().clear();
        clock.advance(Duration.ofMinutes(5));
        run();

        assertThat(sandbox.traffic().count(UPDATE)).isZero();
    }

    @Test
    void marksEveryContactThatWasMergedIntoANewOne() {
        List<Long> contacts = contacts(3);
        run();
        clock.advance(Duration.ofMinutes(5));

        long survivor = crm.mergeIntoNew(RecordType.CONTACTS, contacts.get(0), contacts.get(1));
        run();

        Mirror mirror = leadscore().door(Mirror.class);
        assertThat(contacts.subList(0, 2)).allSatisfy(old -> assertThat(mirror.departure(portal, old))
                .extracting(Departure::survivorId)
                .isEqualTo(survivor));
        assertThat(scores()).containsOnlyKeys(contacts.get(2), survivor);
    }

    @Test
    void harmsNobodyElseWhenAContactIsMergedOrDeletedInTheMiddle() {
        List<Long> contacts = contacts(50);
        sandbox.faults().runBefore(UPDATE, 0, () -> {
            crm.merge(RecordType.CONTACTS, contacts.get(1), contacts.get(2));
            crm.delete(RecordType.CONTACTS, contacts.get(3));
        });

        RunOutcome first = run();
        clock.advance(Duration.ofMinutes(5));
        RunOutcome second = run();

        assertThat(first.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(second.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(48).doesNotContainKeys(contacts.get(2), contacts.get(3));
        Mirror mirror = leadscore().door(Mirror.class);
        assertThat(mirror.departure(portal, contacts.get(1))).isNull();
        assertThat(mirror.departure(portal, contacts.get(2)))
                .extracting(Departure::survivorId)
                .isEqualTo(contacts.get(1));
        assertThat(mirror.departure(portal, contacts.get(3)))
                .extracting(Departure::survivorId)
                .isNull();
        assertThat(first.report().counts()).containsEntry("contacts merged", 1L).containsEntry("contacts gone", 1L);
    }

    @Test
    void survivesAFewFailuresOfEveryKind() {
        contacts(300);
        sandbox.faults().add(FaultKind.BAD_GATEWAY, SEARCH, 2);
        sandbox.faults().add(FaultKind.TRUNCATED, "POST /crm/objects/*/deals/search", 1);
        sandbox.faults().add(FaultKind.RESET_AFTER, UPDATE, 1);
        sandbox.faults().add(FaultKind.GARBAGE, UPDATE, 1);

        RunOutcome outcome = run();

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(300);
    }

    @Test
    void movesNoWatermarkWhenItFailsAndCatchesUpNextTime() {
        contacts(30);
        sandbox.faults().add(FaultKind.UNAVAILABLE, UPDATE, 3);

        RunOutcome failed = run();
        RunOutcome next = run();

        assertThat(failed.status()).isEqualTo(RunOutcome.Status.FAILED);
        assertThat(failed.failure()).isInstanceOf(HubSpotException.Unavailable.class);
        assertThat(next.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).hasSize(30);
    }

    @Test
    void writesNothingToHubSpotOnADryRunAndForgetsNothing() {
        contacts(10);

        RunOutcome dry = leadscore().dryRun();
        assertThat(scores()).isEmpty();
        RunOutcome real = run();

        assertThat(dry.report().counts()).containsEntry("leads that would be written", 10L);
        assertThat(real.report().counts()).containsEntry("leads written", 10L);
        assertThat(scores()).hasSize(10);
    }

    @Test
    void startsNothingInAnAccountWithoutItsProperties() {
        restartSandbox(options -> options);

        assertThatThrownBy(() -> run())
                .isInstanceOf(AccountNotReadyException.class)
                .hasMessageContaining("ai_lead_score");
    }

    @Test
    void leavesNoTouchBehind() {
        contacts(10);

        run();

        assertThat(leadscore().door(Touches.class).count(portal)).isZero();
    }

    @Test
    void pullsUnchangedContactsAgainForASignalThatIsDeclaredLater() {
        crm.define(RecordType.CONTACTS, PropertyDefinition.custom("tier__c", "enumeration", List.of("gold", "tin")));
        long gold = crm.create(RecordType.CONTACTS, Map.of("tier__c", "gold"));
        long tin = crm.create(RecordType.CONTACTS, Map.of("tier__c", "tin"));
        run();
        clock.advance(Duration.ofHours(2));

        restartWith(Profiles.withContactCategory("tier", "tier__c", Map.of("gold", 1.0, "tin", 0.0)));
        run();

        assertThat(points(gold)).isGreaterThan(points(tin));
    }

    @Test
    void scoresOptionsThatAreNamedAsPeopleNameThings() {
        List<String> options = List.of("Öl & Gas", "C++ (embedded)", "none");
        crm.define(RecordType.CONTACTS, PropertyDefinition.custom("topics__c", "enumeration", options));
        long several = crm.create(RecordType.CONTACTS, Map.of("topics__c", "none;Öl & Gas"));
        long one = crm.create(RecordType.CONTACTS, Map.of("topics__c", "C++ (embedded)"));
        long none = crm.create(RecordType.CONTACTS, Map.of("topics__c", "none"));

        restartWith(Profiles.withContactCategory(
                "topics", "topics__c", Map.of("Öl & Gas", 1.0, "C++ (embedded)", 1.0, "none", 0.0)));
        run();

        assertThat(points(several)).isGreaterThan(points(none));
        assertThat(points(one)).isGreaterThan(points(none));
    }

    @Test
    void marksCustomersAsOutOfTheQueue() {
        long customer = crm.create(RecordType.CONTACTS, Map.of("lifecyclestage", "customer"));

        run();

        CrmObject contact = crm.get(RecordType.CONTACTS, customer);
        assertThat(contact.property("ai_lead_priority")).isEqualTo("Low");
        assertThat(contact.property("ai_next_best_action")).isEqualTo("Nurture");
    }
}
