package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.day;

import io.leadscore.lead.Facts;
import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Prints how fast the ledger is on an encrypted file: 100,000 leads with three engagements each. Not a test. */
final class LedgerMeasurement {

    private static final int LEADS = 100_000;
    private static final long PORTAL = 1;

    private final int chunk;
    private final Statements statements;
    private final TransactionTemplate transactions;

    private LedgerMeasurement(LedgerDatabase database, int chunk) {
        this.chunk = chunk;
        this.statements = statements(database);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    }

    private static Statements statements(LedgerDatabase database) {
        return new Statements(new JdbcTemplate(database.dataSource()), database);
    }

    public static void main(String[] arguments) throws Exception {
        int chunk = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        LedgerSettings settings = LedgerSettings.file(Files.createTempDirectory("measure"), null);
        open(settings, "open, new");
        try (LedgerDatabase database = LedgerDatabase.open(settings, Role.RUN)) {
            new LedgerMeasurement(database, chunk).run();
        }
        System.out.println(
                "file: " + Files.size(Path.of(settings.home().toString(), "leadscore.mv.db")) / 1_000_000 + " MB");
        open(settings, "open, existing");
    }

    private static void open(LedgerSettings settings, String what) {
        long start = System.nanoTime();
        LedgerDatabase.open(settings, Role.SHORT).close();
        System.out.printf("%s and close: %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
    }

    private void run() {
        Mirror mirror = new Mirror(statements);
        Links links = new Links(statements);
        Touches touches = new Touches(statements);
        Scores scores = new Scores(statements);
        for (int pass = 1; pass <= 3; pass++) {
            long modified = pass;
            upsert(mirror, "contacts " + pass, id -> SampleFacts.contact(id, day(modified), "stage" + modified));
        }
        upsert(mirror, "companies", id -> SampleFacts.company(id, day(1), id));
        upsert(mirror, "e-mails", id -> SampleFacts.email(id, day(1), null));
        upsert(mirror, "calls", id -> SampleFacts.call(id, day(1)));
        upsert(mirror, "notes", id -> SampleFacts.note(id, day(1)));
        for (ObjectType type : List.of(ObjectType.COMPANIES, ObjectType.EMAILS, ObjectType.CALLS, ObjectType.NOTES)) {
            chunks("links " + type, ids -> {
                Map<Long, List<Link>> of = new HashMap<>();
                ids.forEach(id -> of.put(id, List.of(new Link(id, true))));
                return links.replaceOfContacts(PORTAL, type, of);
            });
        }
        chunks("touch", ids -> {
            touches.touch(PORTAL, ids, Cause.NEW);
            return ids;
        });
        chunks("leads", ids -> mirror.leads(PORTAL, ids, day(100)));
        for (int pass = 1; pass <= 2; pass++) {
            int points = 50 + pass;
            chunks("record scores " + pass, ids -> {
                scores.record(
                        PORTAL,
                        1,
                        ids.stream()
                                .map(id -> new ScoreEntry(
                                        SampleScores.score(id, points, day(9)),
                                        Set.of(Cause.NEW),
                                        day(9),
                                        Map.of("ai_lead_score", "51", "ai_score_reasons", "x".repeat(200)),
                                        null,
                                        0))
                                .toList());
                return ids;
            });
        }
        chunks("written", ids -> scores.written(PORTAL, ids));
        long[] after = {0};
        chunks("next and clear touches", ids -> {
            List<Touched> next = touches.next(PORTAL, after[0], chunk);
            touches.clear(PORTAL, next);
            after[0] = next.get(next.size() - 1).contactId();
            return next;
        });
        measure("touch all", LEADS, () -> touches.touchAll(PORTAL, Cause.WEIGHTS));
        measure("best 20", 20, () -> scores.best(PORTAL, 20));
        measure("distribution", LEADS, () -> scores.distribution(PORTAL));
    }

    private void upsert(Mirror mirror, String what, LongFunction<? extends Facts> facts) {
        chunks(
                "upsert " + what,
                ids -> mirror.upsert(
                        PORTAL, ids.stream().map(id -> facts.apply(id)).toList()));
    }

    private void chunks(String what, Work work) {
        measure(what, LEADS, () -> {
            for (long from = 1; from <= LEADS; from += chunk) {
                List<Long> ids = LongStream.range(from, from + chunk).boxed().toList();
                transactions.execute(status -> work.on(ids));
            }
        });
    }

    private static void measure(String what, int rows, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-28s %6.2f s %,10.0f rows/s%n", what, seconds, rows / seconds);
    }

    @FunctionalInterface
    private interface Work {

        Object on(List<Long> ids);
    }
}
