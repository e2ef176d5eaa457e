package io.leadscore.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;

/**
 * Which leads are to be rescored, and why. Touches are only ever added and deleted, so that threads that touch the same
 * contact do not wait for one another. Joins the caller's transaction. Thread-safe.
 */
public final class Touches {

    private static final String ADD = "INSERT INTO touched (portal_id, contact_id, cause) ";

    private final Statements statements;

    Touches(Statements statements) {
        this.statements = statements;
    }

    /** Touches contacts, whether they are known or not. */
    public void touch(long portalId, Collection<Long> contactIds, Cause cause) {
        statements.batch(ADD + "VALUES (?, ?, ?)", new TreeSet<>(contactIds), (id, to) -> to.number(portalId)
                .number(id)
                .constant(cause));
    }

    /** Touches those of these contacts that have a score: others are touched as new already, or not yet known. */
    public void touchScored(long portalId, Collection<Long> contactIds, Cause cause) {
        for (List<Long> portion : Statements.portions(new TreeSet<>(contactIds))) {
            statements.update(
                    ADD + "SELECT s.portal_id, s.contact_id, '" + cause + "' FROM " + Statements.IDS
                            + " LEFT JOIN score s ON s.portal_id = ? AND s.contact_id = k.id WHERE s.contact_id IS NOT NULL",
                    to -> to.ids(portion).number(portalId));
        }
    }

    /**
     * Touches the live contacts whose score is due: to change with time, or to be computed by other weights.
     *
     * @param weightSetId the live weight set
     * @param most how many at the most; those that are due the longest first
     * @return how many
     */
    public int touchDue(long portalId, Instant now, long weightSetId, long most) {
        return statements.update(
                ADD + "SELECT s.portal_id, s.contact_id, CASE WHEN s.weight_set_id = ? THEN '" + Cause.TIME + "' ELSE '"
                        + Cause.WEIGHTS + "' END FROM score s"
                        + " LEFT JOIN contact c ON c.portal_id = s.portal_id AND c.id = s.contact_id"
                        + " WHERE s.portal_id = ? AND s.due_at <= ? AND c.id IS NOT NULL AND c.gone_at IS NULL"
                        + " ORDER BY s.portal_id, s.due_at LIMIT ?",
                to -> to.number(weightSetId).number(portalId).instant(now).number(most));
    }

    /**
     * Touches every live contact.
     *
     * @return how many
     */
    public int touchAll(long portalId, Cause cause) {
        return statements.update(
                ADD + "SELECT portal_id, id, '" + cause + "' FROM contact WHERE portal_id = ? AND gone_at IS NULL",
                to -> to.number(portalId));
    }

    /** Touched contacts that follow an id, ascending, each once, at most as many as the limit. */
    public List<Touched> next(long portalId, long afterContactId, int limit) {
        List<Touched> next = new ArrayList<>();
        long after = afterContactId;
        int rows = 2 * limit;
        while (next.size() < limit) {
            List<Touch> page = page(portalId, after, rows);
            boolean last = page.size() < rows;
            List<Touched> whole = gather(page);
            if (!last) {
                whole.remove(whole.size() - 1);
            }
            next.addAll(whole);
            if (last) {
                break;
            }
            if (whole.isEmpty()) {
                rows *= 2;
            } else {
                after = whole.get(whole.size() - 1).contactId();
            }
        }
        return List.copyOf(next.subList(0, Math.min(limit, next.size())));
    }

    /** Deletes the touches that were read; those that came meanwhile stay. */
    public void clear(long portalId, Collection<Touched> touched) {
        List<Touch> read = touched.stream()
                .flatMap(one ->
                        one.sequences().stream().map(sequence -> new Touch(one.contactId(), sequence, Cause.NEW)))
                .sorted()
                .toList();
        statements.batch(
                "DELETE FROM touched WHERE portal_id = ? AND contact_id = ? AND sequence = ?",
                read,
                (touch, to) -> to.number(portalId).number(touch.contactId()).number(touch.sequence()));
    }

    /** How many contacts are touched. */
    public long count(long portalId) {
        return statements.number(
                "SELECT COUNT(DISTINCT contact_id) FROM touched WHERE portal_id = ?", to -> to.number(portalId));
    }

    /** How many contacts are touched with a cause. */
    public long count(long portalId, Cause cause) {
        return statements.number(
                "SELECT COUNT(DISTINCT contact_id) FROM touched WHERE portal_id = ? AND cause = ?",
                to -> to.number(portalId).constant(cause));
    }

    private List<Touch> page(long portalId, long afterContactId, int rows) {
        return statements.query(
                "SELECT contact_id, sequence, cause FROM touched WHERE portal_id = ? AND contact_id > ?"
                        + " ORDER BY portal_id, contact_id, sequence LIMIT ?",
                to -> to.number(portalId).number(afterContactId).number(rows),
                row -> new Touch(row.number(), row.number(), row.constant(Cause.class)));
    }

    /** Rows of the same contact, which follow one another, become one. */
    private static List<Touched> gather(List<Touch> page) {
        List<Touched> gathered = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= page.size(); end++) {
            if (end == page.size()
                    || page.get(end).contactId() != page.get(start).contactId()) {
                List<Touch> same = page.subList(start, end);
                EnumSet<Cause> causes = EnumSet.noneOf(Cause.class);
                same.forEach(touch -> causes.add(touch.cause()));
                gathered.add(new Touched(
                        page.get(start).contactId(),
                        causes,
                        same.stream().map(Touch::sequence).toList()));
                start = end;
            }
        }
        return gathered;
    }

    private record Touch(long contactId, long sequence, Cause cause) implements Comparable<Touch> {

        @Override
        public int compareTo(Touch other) {
            int byContact = Long.compare(contactId, other.contactId);
            return byContact != 0 ? byContact : Long.compare(sequence, other.sequence);
        }
    }
}
