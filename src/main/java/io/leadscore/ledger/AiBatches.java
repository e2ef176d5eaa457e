package io.leadscore.ledger;

import io.leadscore.scoring.FitProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Batches at the AI's Batch API. Joins the caller's transaction. Thread-safe. */
public final class AiBatches {

    private static final String MINE = " WHERE portal_id = ? AND file = ?";

    private static final String INSERT = Dialect.insert(
            "ai_batch",
            List.of(
                    "portal_id",
                    "file",
                    "ideal_version",
                    "prompt_version",
                    "model",
                    "created_at",
                    "reserved_micro_dollars",
                    "failed"));

    private static final String INSERT_PROFILE =
            Dialect.insert("ai_batch_profile", List.of("portal_id", "file", "line", "place", "profile"));

    private final Statements statements;
    private final FitProfileTable profiles;

    AiBatches(Statements statements) {
        this.statements = statements;
        this.profiles = new FitProfileTable(statements);
    }

    /**
     * Remembers a batch that is about to be made.
     *
     * @param lines the profiles of each request, in order
     */
    public void begin(long portalId, AiBatch batch, List<List<FitProfile>> lines) {
        List<FitProfile> all = lines.stream().flatMap(List::stream).toList();
        profiles.add(portalId, all);
        List<Place> places = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            for (int place = 0; place < lines.get(line).size(); place++) {
                places.add(new Place(
                        line + 1, place + 1, lines.get(line).get(place).key()));
            }
        }
        statements.batch(INSERT_PROFILE, places, (place, to) -> to.number(portalId)
                .text(batch.file())
                .number(place.line())
                .number(place.number())
                .text(place.profile()));
        statements.update(INSERT, to -> to.number(portalId)
                .text(batch.file())
                .text(batch.key().idealVersion())
                .text(batch.key().promptVersion())
                .text(batch.key().model())
                .instant(batch.createdAt())
                .number(batch.reservedMicroDollars())
                .flag(false));
        statements.mustLast();
    }

    /** Remembers that the AI accepted the batch of a file. */
    public void accepted(long portalId, String file, String batch) {
        statements.update(
                "UPDATE ai_batch SET batch = ?" + MINE,
                to -> to.text(batch).number(portalId).text(file));
        statements.mustLast();
    }

    /** The batches that are not done, oldest first. */
    public List<AiBatch> open(long portalId) {
        return statements.query(
                "SELECT file, batch, ideal_version, prompt_version, model, created_at, reserved_micro_dollars,"
                        + " failed_looks, given_up_at FROM ai_batch WHERE portal_id = ? AND ended_at IS NULL ORDER BY created_at, file",
                to -> to.number(portalId),
                row -> new AiBatch(
                        row.text(),
                        row.textOrNull(),
                        new AnswerKey(row.text(), row.text(), row.text()),
                        row.instant(),
                        row.number(),
                        row.count(),
                        row.instantOrNull() != null));
    }

    /** The profiles of a batch by line, counted from 1, in order. */
    public Map<Integer, List<FitProfile>> lines(long portalId, String file) {
        Map<Integer, List<FitProfile>> lines = new TreeMap<>();
        statements.query(
                "SELECT b.line, p.facts FROM ai_batch_profile b"
                        + " LEFT JOIN fit_profile p ON p.portal_id = b.portal_id AND p.profile = b.profile"
                        + " WHERE b.portal_id = ? AND b.file = ? ORDER BY b.line, b.place",
                to -> to.number(portalId).text(file),
                row -> lines.computeIfAbsent(row.count(), line -> new ArrayList<>())
                        .add(FitProfileTable.read(row.text())));
        return lines;
    }

    /** Remembers how often in a row a batch could not be looked at. */
    public void looked(long portalId, String file, int failedLooks) {
        statements.update(
                "UPDATE ai_batch SET failed_looks = ?" + MINE,
                to -> to.number(failedLooks).number(portalId).text(file));
    }

    /** Waits no longer for a batch: its profiles may be asked about without it. */
    public void giveUp(long portalId, String file, Instant at) {
        statements.update(
                "UPDATE ai_batch SET given_up_at = ?" + MINE,
                to -> to.instant(at).number(portalId).text(file));
    }

    /** Which of these profiles a batch that is not done, nor given up, asks about. */
    public Set<String> asked(long portalId, AnswerKey key, Collection<String> candidates) {
        Set<String> asked = new HashSet<>();
        for (AiBatch batch : open(portalId)) {
            if (batch.key().equals(key) && !batch.givenUp()) {
                asked.addAll(statements.query(
                        "SELECT profile FROM ai_batch_profile" + MINE,
                        to -> to.number(portalId).text(batch.file()),
                        Row::text));
            }
        }
        asked.retainAll(Set.copyOf(candidates));
        return asked;
    }

    /** Remembers that a batch is done with, and whether it failed. */
    public void end(long portalId, String file, boolean failed, Instant at) {
        statements.update(
                "UPDATE ai_batch SET ended_at = ?, failed = ?" + MINE,
                to -> to.instant(at).flag(failed).number(portalId).text(file));
        statements.update(
                "DELETE FROM ai_batch_profile" + MINE, to -> to.number(portalId).text(file));
    }

    /** When a batch last failed or was given up; null when none was. */
    public @Nullable Instant lastFailure(long portalId) {
        return statements.first(
                "SELECT GREATEST(COALESCE(CASE WHEN failed = TRUE THEN ended_at END, 0), COALESCE(given_up_at, 0)) AS broken_at"
                        + " FROM ai_batch WHERE portal_id = ? AND (failed = TRUE OR given_up_at IS NOT NULL)"
                        + " ORDER BY broken_at DESC LIMIT 1",
                to -> to.number(portalId),
                Row::instant);
    }

    private record Place(int line, int number, String profile) {}
}
