package io.leadscore.ledger;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.ObjectType;
import io.leadscore.learning.DealSource;
import io.leadscore.learning.LeadAges;
import io.leadscore.scoring.ClosedDeal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The mirror's deals, to learn from. Thread-safe. */
final class MirroredDeals implements DealSource {

    /**
     * By contact: how old it was, whether it had a deal then, whether one of them was open, and whether one that was made
     * later was won in time.
     */
    private static final String THEN = "SELECT c.id, "
            + age()
            + " AS age, MAX(CASE WHEN d.created_at <= ? THEN 1 ELSE 0 END) AS had,"
            + " MAX(CASE WHEN d.created_at <= ? AND (d.outcome = 'OPEN' OR d.closed_at > ?) THEN 1 ELSE 0 END) AS opened,"
            + " MAX(CASE WHEN d.created_at > ? AND d.outcome = 'WON' AND d.closed_at <= ? THEN 1 ELSE 0 END) AS won"
            + " FROM contact c"
            + " LEFT JOIN link l ON l.portal_id = c.portal_id AND l.contact_id = c.id AND l.type = '" + ObjectType.DEALS
            + "' LEFT JOIN deal d ON d.portal_id = l.portal_id AND d.id = l.object_id"
            + " WHERE c.portal_id = ? AND c.gone_at IS NULL AND c.created_at <= ? GROUP BY c.id, c.created_at";

    private static final String COUNT = "SELECT x.age, SUM(1 - x.had), SUM((1 - x.had) * x.won),"
            + " SUM(x.had * (1 - x.opened)), SUM(x.had * (1 - x.opened) * x.won) FROM ("
            + THEN
            + ") x GROUP BY x.age";

    private final long portalId;
    private final DealsQuery deals;
    private final Statements statements;

    MirroredDeals(long portalId, DealsQuery deals, Statements statements) {
        this.portalId = portalId;
        this.deals = deals;
        this.statements = statements;
    }

    @Override
    public void forEachClosed(Consumer<ClosedDeal> consumer) {
        deals.forEachClosed(portalId, consumer);
    }

    @Override
    public void forEachOpen(Consumer<DealFacts> consumer) {
        deals.forEachOpen(portalId, consumer);
    }

    @Override
    public void forEachHistory(Consumer<DealHistory> consumer) {
        deals.forEachHistory(portalId, consumer);
    }

    @Override
    public WithoutDeal withoutDeal(Instant at, Instant until) {
        List<Cases> never = new ArrayList<>(WithoutDeal.NONE.neverByAge());
        List<Counted> counted = statements.query(
                COUNT,
                to -> {
                    for (int age = 1; age < LeadAges.count(); age++) {
                        to.instant(at.minus(Duration.ofDays(LeadAges.days(age))));
                    }
                    to.instant(at)
                            .instant(at)
                            .instant(at)
                            .instant(at)
                            .instant(until)
                            .number(portalId)
                            .instant(at);
                },
                row -> new Counted(
                        (int) row.number(),
                        new Cases(row.number(), row.number()),
                        new Cases(row.number(), row.number())));
        Cases closed = Cases.NONE;
        for (Counted one : counted) {
            never.set(one.age(), one.never());
            closed = closed.plus(one.closed());
        }
        return new WithoutDeal(never, closed);
    }

    private record Counted(int age, Cases never, Cases closed) {}

    /** The age of a contact: created after the instant at which the next age begins. */
    private static String age() {
        StringBuilder sql = new StringBuilder("CASE");
        for (int age = 1; age < LeadAges.count(); age++) {
            sql.append(" WHEN c.created_at > ? THEN ").append(age - 1);
        }
        return sql.append(" ELSE ").append(LeadAges.count() - 1).append(" END").toString();
    }
}
