package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.bareContact;
import static io.leadscore.ledger.SampleFacts.call;
import static io.leadscore.ledger.SampleFacts.communication;
import static io.leadscore.ledger.SampleFacts.company;
import static io.leadscore.ledger.SampleFacts.contact;
import static io.leadscore.ledger.SampleFacts.day;
import static io.leadscore.ledger.SampleFacts.deal;
import static io.leadscore.ledger.SampleFacts.email;
import static io.leadscore.ledger.SampleFacts.meeting;
import static io.leadscore.ledger.SampleFacts.note;
import static io.leadscore.ledger.SampleFacts.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.lead.Engagement.Email;
import io.leadscore.lead.Engagement.FirstSeen;
import io.leadscore.lead.Facts;
import io.leadscore.lead.Lead;
import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class MirrorIntegrationTests {

    private final TestLedger ledger;
    private final long portal = TestLedger.newPortal();
    private final Mirror mirror;
    private final Links links;

    MirrorIntegrationTests(TestLedger ledger) {
        this.ledger = ledger;
        this.mirror = new Mirror(ledger.statements());
        this.links = new Links(ledger.statements());
    }

    @Test
    void tellsNewFromChangedFromTouchedFromSame() {
        assertThat(changes(contact(1, day(1), "lead"))).containsExactly(Change.NEW);
        assertThat(changes(contact(1, day(1), "lead"))).containsExactly(Change.SAME);
        assertThat(changes(contact(1, day(2), "lead"))).containsExactly(Change.TOUCHED);
        assertThat(changes(contact(1, day(3), "customer"))).containsExactly(Change.CHANGED);
        assertThat(changes(contact(1, day(2), "lead"))).containsExactly(Change.SAME);
        assertThat(lead(1).contact()).isEqualTo(contact(1, day(3), "customer"));
    }

    @Test
    void takesOtherFactsOfTheSameInstantAsAChange() {
        mirror.upsert(portal, List.of(company(1, day(1), 10)));

        assertThat(changes(company(1, day(1), 11))).containsExactly(Change.CHANGED);
    }

    @Test
    void takesTheNewestOfARecordThatIsOfferedTwice() {
        List<Upserted> upserted =
                mirror.upsert(portal, List.of(company(2, day(1), 1), company(1, day(3), 3), company(1, day(2), 2)));

        assertThat(upserted)
                .containsExactly(
                        new Upserted(company(1, day(3), 3), Change.NEW),
                        new Upserted(company(2, day(1), 1), Change.NEW));
    }

    @Test
    void refusesFactsOfSeveralTypes() {
        assertThatThrownBy(() -> mirror.upsert(portal, List.of(note(1, day(1)), task(2, day(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NOTES");
    }

    @Test
    void givesBackEveryFactOfALead() {
        List<? extends Facts> facts = List.of(
                contact(1, day(9), "lead"),
                company(10, day(9), 50),
                deal(20, day(9), Outcome.WON),
                email(30, day(9), new FirstSeen(Duration.ofSeconds(3), 1, 1)),
                call(31, day(9)),
                meeting(32, day(9)),
                note(33, day(9)),
                task(34, day(9)),
                communication(35, day(9)));
        facts.forEach(one -> mirror.upsert(portal, List.of(one)));
        facts.subList(1, facts.size()).forEach(one -> link(1, one.type(), one.id(), false));

        Lead lead = lead(1);

        assertThat(lead.contact()).isEqualTo(facts.get(0));
        assertThat(lead.company()).isEqualTo(facts.get(1));
        assertThat(lead.deals()).isEqualTo(List.of(facts.get(2)));
        assertThat(lead.engagements()).isEqualTo(facts.subList(3, 9));
    }

    @Test
    void givesBackALeadOfWhichNothingIsKnown() {
        mirror.upsert(portal, List.of(bareContact(1, day(1))));

        assertThat(lead(1)).isEqualTo(Lead.asOf(day(100), bareContact(1, day(1)), null, List.of(), List.of()));
    }

    @Test
    void choosesThePrimaryCompanyElseTheLowestId() {
        mirror.upsert(portal, List.of(company(10, day(1), 1), company(11, day(1), 2), company(12, day(1), 3)));
        mirror.upsert(portal, List.of(bareContact(1, day(1)), bareContact(2, day(1))));
        links.replaceOfContacts(
                portal,
                ObjectType.COMPANIES,
                Map.of(
                        1L, List.of(new Link(10, false), new Link(11, true), new Link(12, false)),
                        2L, List.of(new Link(12, false), new Link(11, false))));

        List<Lead> leads = mirror.leads(portal, List.of(2L, 1L), day(100));

        assertThat(leads).extracting(Lead::company).containsExactly(company(11, day(1), 2), company(11, day(1), 2));
        assertThat(leads).extracting(Lead::id).containsExactly(1L, 2L);
    }

    @Test
    void leavesOutContactsThatAreGoneOrMergedUntilTheyAreBack() {
        mirror.upsert(portal, List.of(bareContact(1, day(1)), bareContact(2, day(1)), bareContact(3, day(1))));

        mirror.markGone(portal, List.of(1L), day(2));
        mirror.markMerged(portal, 2, 3, day(2));

        assertThat(ids(mirror.leads(portal, List.of(1L, 2L, 3L), day(9)))).containsExactly(3L);
        assertThat(mirror.count(portal, ObjectType.CONTACTS)).isEqualTo(1);
        assertThat(changes(bareContact(1, day(1)))).containsExactly(Change.SAME);
        assertThat(changes(bareContact(1, day(3)))).containsExactly(Change.NEW);
        assertThat(ids(mirror.leads(portal, List.of(1L, 2L, 3L), day(9)))).containsExactly(1L, 3L);
    }

    @Test
    void bringsNobodyBackWhoWasMergedAway() {
        mirror.upsert(portal, List.of(bareContact(1, day(1)), bareContact(3, day(1))));
        mirror.markMerged(portal, 1, 3, day(2));
        mirror.markMerged(portal, 2, 3, day(2)); // before it was ever seen

        assertThat(changes(bareContact(1, day(3)))).isEmpty();
        assertThat(changes(bareContact(2, day(3)))).isEmpty();

        assertThat(ids(mirror.leads(portal, List.of(1L, 2L, 3L), day(9)))).containsExactly(3L);
    }

    @Test
    void keepsTheFirstSightOfAnEmail() {
        FirstSeen first = new FirstSeen(Duration.ofSeconds(2), 1, 4);
        mirror.upsert(portal, List.of(email(1, day(1), null)));
        mirror.upsert(portal, List.of(email(1, day(2), first)));

        List<Upserted> later =
                mirror.upsert(portal, List.of(email(1, day(3), new FirstSeen(Duration.ofDays(1), 9, 9))));

        assertThat(later).containsExactly(new Upserted(email(1, day(3), first), Change.TOUCHED));
        assertThat(((Email) later.get(0).facts()).firstSeen()).isEqualTo(first);
    }

    @Test
    void remembersLifecycleStagesFromWhenOn() {
        mirror.upsert(portal, List.of(contact(1, day(1), "lead")));
        mirror.upsert(portal, List.of(contact(1, day(2), "lead")));
        mirror.upsert(portal, List.of(contact(1, day(3), "customer")));

        List<String> history = ledger.statements()
                .query(
                        "SELECT changed_at, stage FROM lifecycle_history WHERE portal_id = ? ORDER BY changed_at",
                        to -> to.number(portal),
                        row -> row.instant() + " " + row.text());

        assertThat(history).containsExactly(day(1) + " lead", day(3) + " customer");
    }

    @Test
    void keepsAccountsApart() {
        long other = TestLedger.newPortal();
        mirror.upsert(portal, List.of(note(1, day(1))));
        mirror.upsert(other, List.of(note(1, day(1)), note(2, day(1))));

        assertThat(mirror.count(portal, ObjectType.NOTES)).isEqualTo(1);
        assertThat(mirror.count(other, ObjectType.NOTES)).isEqualTo(2);
    }

    private List<Change> changes(Facts facts) {
        return mirror.upsert(portal, List.of(facts)).stream()
                .map(Upserted::change)
                .toList();
    }

    private Lead lead(long id) {
        return mirror.leads(portal, List.of(id), day(100)).get(0);
    }

    private void link(long contactId, ObjectType type, long objectId, boolean primary) {
        links.replaceOfContacts(portal, type, Map.of(contactId, List.of(new Link(objectId, primary))));
    }

    private static List<Long> ids(List<Lead> leads) {
        return leads.stream().map(Lead::id).toList();
    }
}
