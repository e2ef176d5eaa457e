package io.leadscore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class LinksIntegrationTests {

    private final long portal = TestLedger.newPortal();
    private final Links links;
    private final LinkQueue queue;

    LinksIntegrationTests(TestLedger ledger) {
        this.links = new Links(ledger.statements());
        this.queue = new LinkQueue(ledger.statements());
    }

    @Test
    void namesTheContactsWhoseLinksChanged() {
        assertThat(ofContacts(Map.of(1L, links(10), 2L, links(10, 11), 3L, links())))
                .containsExactly(1L, 2L);
        assertThat(ofContacts(Map.of(1L, links(10), 2L, links(10, 11)))).isEmpty();
        assertThat(ofContacts(Map.of(1L, links(), 2L, links(11, 12)))).containsExactly(1L, 2L);
        assertThat(ofContacts(Map.of(2L, List.of(new Link(11, true), new Link(12, false)))))
                .containsExactly(2L);
    }

    @Test
    void namesAllContactsThatAreOrWereLinkedToAnObject() {
        ofContacts(Map.of(1L, links(10), 2L, links(10), 9L, links(11)));

        assertThat(links.replaceOfObjects(portal, ObjectType.DEALS, Map.of(10L, links(2, 3))))
                .containsExactly(1L, 2L, 3L);
        assertThat(links.replaceOfObjects(portal, ObjectType.DEALS, Map.of(10L, links())))
                .containsExactly(2L, 3L);
        assertThat(links.replaceOfObjects(portal, ObjectType.DEALS, Map.of(10L, links())))
                .isEmpty();
    }

    @Test
    void keepsTypesApart() {
        ofContacts(Map.of(1L, links(10)));

        assertThat(links.replaceOfObjects(portal, ObjectType.NOTES, Map.of(10L, links())))
                .isEmpty();
    }

    @Test
    void queuesEachRecordOnceAndGivesThemInOrder() {
        queue.add(portal, ObjectType.DEALS, List.of(3L, 1L));
        queue.add(portal, ObjectType.DEALS, List.of(2L, 1L));
        queue.add(portal, ObjectType.NOTES, List.of(1L));

        assertThat(queue.count(portal)).isEqualTo(4);
        assertThat(queue.next(portal, ObjectType.DEALS, 0, 2)).containsExactly(1L, 2L);
        assertThat(queue.next(portal, ObjectType.DEALS, 2, 2)).containsExactly(3L);
        queue.remove(portal, ObjectType.DEALS, List.of(1L, 2L, 3L));
        assertThat(queue.count(portal)).isEqualTo(1);
    }

    private Set<Long> ofContacts(Map<Long, List<Link>> linksByContact) {
        return links.replaceOfContacts(portal, ObjectType.DEALS, linksByContact);
    }

    private static List<Link> links(long... ids) {
        return Arrays.stream(ids).mapToObj(id -> new Link(id, false)).toList();
    }
}
