package io.leadscore.ledger;

import io.leadscore.scoring.FitProfile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Contacts that were scored before the AI answered, and what it is to be asked. Joins the caller's transaction.
 * Thread-safe.
 */
public final class FitQueue {

    private static final List<String> COLUMNS = List.of("portal_id", "contact_id", "profile");

    private final Statements statements;
    private final FitProfileTable profiles;
    private final String upsert;

    FitQueue(Statements statements) {
        this.statements = statements;
        this.profiles = new FitProfileTable(statements);
        this.upsert = statements.dialect().upsert("fit_queue", List.of("portal_id", "contact_id"), COLUMNS);
    }

    /** Lets contacts wait for an answer about their profile, instead of the one that they waited for before. */
    public void await(long portalId, Map<Long, FitProfile> profilesByContact) {
        profiles.add(portalId, profilesByContact.values());
        statements.batch(upsert, new TreeMap<>(profilesByContact).entrySet(), (contact, to) -> to.number(portalId)
                .number(contact.getKey())
                .text(contact.getValue().key()));
    }

    /** The profiles that contacts wait for, at most so many: first those that most contacts have. */
    public Map<String, FitProfile> profiles(long portalId, int most) {
        Map<String, FitProfile> waiting = new LinkedHashMap<>();
        statements.query(
                "SELECT w.profile, p.facts FROM (SELECT profile, COUNT(*) AS contacts FROM fit_queue"
                        + " WHERE portal_id = ? GROUP BY profile ORDER BY COUNT(*) DESC, profile LIMIT ?) w"
                        + " JOIN fit_profile p ON p.portal_id = ? AND p.profile = w.profile"
                        + " ORDER BY w.contacts DESC, w.profile",
                to -> to.number(portalId).number(most).number(portalId),
                row -> waiting.put(row.text(), FitProfileTable.read(row.text())));
        return waiting;
    }

    /**
     * Touches the contacts that wait for these profiles, which are answered now, and lets them wait no longer.
     *
     * @return how many
     */
    public int touchAnswered(long portalId, Collection<String> answered) {
        int touched = 0;
        for (List<String> portion : Statements.portions(answered)) {
            touched += statements.update(
                    "INSERT INTO touched (portal_id, contact_id, cause) SELECT q.portal_id, q.contact_id, '"
                            + Cause.ANALYSED + "' FROM " + Statements.KEYS
                            + " LEFT JOIN fit_queue q ON q.portal_id = ? AND q.profile = k.id"
                            + " WHERE q.contact_id IS NOT NULL",
                    to -> to.texts(portion).number(portalId));
        }
        statements.batch(
                "DELETE FROM fit_queue WHERE portal_id = ? AND profile = ?",
                answered,
                (profile, to) -> to.number(portalId).text(profile));
        return touched;
    }

    /** How many contacts wait. */
    public long count(long portalId) {
        return statements.number("SELECT COUNT(*) FROM fit_queue WHERE portal_id = ?", to -> to.number(portalId));
    }
}
