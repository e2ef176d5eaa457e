package io.leadscore.cli;

import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Link;
import io.leadscore.lead.LinkSummary;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.Cause;
import io.leadscore.ledger.Holdouts;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.LedgerDatabase;
import io.leadscore.ledger.Links;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Role;
import io.leadscore.ledger.ScoreEntry;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.TestDatabases;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.CloseProbability;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.Contribution;
import io.leadscore.scoring.Explanation;
import io.leadscore.scoring.Holdout;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Score;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.ScoringProfileFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills a ledger with leads of which is known what became of them. */
final class KnownHistory implements AutoCloseable {

    static final long PORTAL = 4711;
    static final Instant NOW = Instant.parse("2026-10-12T00:00:00Z");

    private static final Duration WINDOW = Duration.ofDays(90);

    private final AnnotationConfigApplicationContext context;
    private final Instant firstScoring;
    private Holdout holdout = Holdout.NONE;
    private long nextId = 1;

    private KnownHistory(AnnotationConfigApplicationContext context, Instant firstScoring) {
        this.context = context;
        this.firstScoring = firstScoring;
    }

    /** Scored since 270 days: half a year of leads has had its 90 days. */
    static KnownHistory in(Path home) {
        return scoredSince(home, Duration.ofDays(270));
    }

    static KnownHistory scoredSince(Path home, Duration ago) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(LedgerDatabase.class, () -> LedgerDatabase.open(TestDatabases.of(home), Role.RUN));
        context.registerBean(InstantSource.class, () -> () -> NOW);
        context.register(LedgerConfiguration.class);
        context.refresh();
        Instant firstScoring = NOW.minus(ago);
        WeightSets weights = context.getBean(WeightSets.class);
        WeightSet first = weights.add(
                PORTAL,
                WeightSet.initial(0, firstScoring, "1.0", ScoringProfileFile.packaged(), CohortRates.NONE),
                null,
                "test");
        weights.promote(PORTAL, first.id(), "test", "first");
        return new KnownHistory(context, firstScoring);
    }

    void holdOut(double share) {
        holdout = new Holdouts(context.getBean(AccountState.class), share, () -> firstScoring).obey(PORTAL);
    }

    /** Leads whose whole window passed before the first scoring; so many were won, after such a time. */
    void createdBefore(int leads, int won, Duration time) {
        enter(leads, won, time, firstScoring.minus(WINDOW.multipliedBy(2)), id -> true);
    }

    /** Leads that were created since. */
    void createdSince(int leads, int won, Duration time) {
        enter(leads, won, time, firstScoring, id -> true);
    }

    void highHeldOut(int leads, int won, Duration time) {
        high(leads, won, time, firstScoring.plusSeconds(1), holdout::contains);
    }

    void highTreated(int leads, int won, Duration time) {
        high(leads, won, time, firstScoring.plusSeconds(1), id -> !holdout.contains(id));
    }

    void highLately(int leads) {
        high(leads, 0, Duration.ZERO, NOW.minus(Duration.ofDays(1)), id -> true);
    }

    private void high(int leads, int won, Duration time, Instant at, LongPredicate membership) {
        // Created between the two cohorts that are compared by creation.
        List<Long> ids = enter(leads, 0, time, firstScoring.minus(Duration.ofDays(1)), membership);
        win(ids.subList(0, won), at.plus(time));
        context.getBean(Scores.class)
                .record(
                        PORTAL,
                        1,
                        ids.stream()
                                .map(id -> new ScoreEntry(score(id, at), Set.of(Cause.NEW), at, Map.of(), null, 0))
                                .toList());
    }

    private List<Long> enter(int leads, int won, Duration time, Instant createdAt, LongPredicate membership) {
        List<ContactFacts> contacts = new ArrayList<>();
        while (contacts.size() < leads) {
            long id = nextId++;
            if (membership.test(id)) {
                contacts.add(contact(id, createdAt));
            }
        }
        context.getBean(Mirror.class).upsert(PORTAL, contacts);
        List<Long> ids = contacts.stream().map(ContactFacts::id).toList();
        win(ids.subList(0, won), createdAt.plus(time));
        // As the database's housekeeping does within a minute: until then it knows nothing of so many new rows.
        context.getBean(JdbcTemplate.class).execute("ANALYZE");
        return ids;
    }

    private void win(List<Long> contactIds, Instant at) {
        List<DealFacts> deals = new ArrayList<>();
        Map<Long, List<Link>> links = new HashMap<>();
        for (long contactId : contactIds) {
            long dealId = 1_000_000 + contactId;
            deals.add(new DealFacts(
                    dealId, at.minusSeconds(1), at, null, at, null, null, null, Outcome.WON, null, Map.of()));
            links.put(contactId, List.of(new Link(dealId, false)));
        }
        context.getBean(Mirror.class).upsert(PORTAL, deals);
        context.getBean(Links.class).replaceOfContacts(PORTAL, ObjectType.DEALS, links);
    }

    private static Score score(long contactId, Instant at) {
        Contribution only = new Contribution("industry", Component.FIT, 1.0, 8_500, 10_000, 5_000, "fits");
        return new Score(
                contactId,
                at,
                85,
                Priority.HIGH,
                Priority.HIGH,
                new CloseProbability(12.5, 10.0, 15.0, false, 17),
                NextBestAction.FOLLOW_UP,
                new Explanation(List.of(only)),
                null,
                "1.0-w1",
                1);
    }

    private static ContactFacts contact(long id, Instant createdAt) {
        return new ContactFacts(
                id,
                createdAt,
                createdAt,
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

    @Override
    public void close() {
        context.close();
    }
}
