package io.leadscore.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Small facts about the account by name, and which account a token belongs to. Joins the caller's transaction.
 * Thread-safe.
 */
public final class AccountState {

    private static final List<String> KEY = List.of("portal_id", "name");
    private static final List<String> COLUMNS = List.of("portal_id", "name", "content", "changed_at");
    private static final List<String> TOKEN = List.of("portal_id", "fingerprint");

    private final Statements statements;
    private final String upsert;
    private final String insert;
    private final String rememberToken;

    AccountState(Statements statements) {
        this.statements = statements;
        this.upsert = statements.dialect().upsert("account_state", KEY, COLUMNS);
        this.insert = statements.dialect().insertIfAbsent("account_state", KEY, COLUMNS);
        this.rememberToken = statements.dialect().insertIfAbsent("account_token", TOKEN, TOKEN);
    }

    /** The value by this name; null when there is none. */
    public @Nullable String get(long portalId, String name) {
        return statements.first(
                "SELECT content FROM account_state WHERE portal_id = ? AND name = ?",
                to -> to.number(portalId).text(name),
                Row::text);
    }

    /** The instant that is kept by this name, as {@link Instant} writes it; null when there is none. */
    public @Nullable Instant instant(long portalId, String name) {
        String stored = get(portalId, name);
        return stored == null ? null : Instant.parse(stored);
    }

    /** When the value by this name was last put; null when there is none. */
    public @Nullable Instant changedAt(long portalId, String name) {
        return statements.first(
                "SELECT changed_at FROM account_state WHERE portal_id = ? AND name = ?",
                to -> to.number(portalId).text(name),
                Row::instant);
    }

    /** Sets a value; never a text of the CRM. */
    public void put(long portalId, String name, String value, Instant at) {
        statements.update(
                upsert, to -> to.number(portalId).text(name).text(value).instant(at));
    }

    /**
     * Sets a value unless there is one by this name; never a text of the CRM. Of several that try at once one succeeds.
     *
     * @return the value that is there now
     */
    public String putIfAbsent(long portalId, String name, String value, Instant at) {
        try {
            statements.update(
                    insert, to -> to.number(portalId).text(name).text(value).instant(at));
        } catch (DuplicateKeyException lostTheRace) {
            // H2 decides whether a row is there before it inserts; PostgreSQL waits for the other one.
        }
        return Objects.requireNonNull(get(portalId, name));
    }

    /** The account that a token, known by its fingerprint, belongs to; null when it was never used. */
    public @Nullable Long portalOf(String tokenFingerprint) {
        return statements.first(
                "SELECT portal_id FROM account_token WHERE fingerprint = ?",
                to -> to.text(tokenFingerprint),
                Row::number);
    }

    /** Every account that a token was used for, ascending. */
    public List<Long> portals() {
        return statements.query(
                "SELECT DISTINCT portal_id FROM account_token ORDER BY portal_id", to -> {}, Row::number);
    }

    /** Remembers the account that a token, known by its fingerprint, belongs to. */
    public void rememberToken(String tokenFingerprint, long portalId) {
        statements.update(rememberToken, to -> to.number(portalId).text(tokenFingerprint));
    }
}
