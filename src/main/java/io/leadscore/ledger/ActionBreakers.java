package io.leadscore.ledger;

import java.util.List;

/** What keeps failing, of each account. Joins the caller's transaction. Thread-safe; one run at a time changes it. */
public final class ActionBreakers {

    private static final List<String> KEY = List.of("portal_id", "kind", "rule_name", "step");
    private static final List<String> COLUMNS = List.of(
            "portal_id", "kind", "rule_name", "step", "since", "failures", "rests_until", "sentence", "advice", "told");

    private final Statements statements;
    private final String upsert;

    ActionBreakers(Statements statements) {
        this.statements = statements;
        this.upsert = statements.dialect().upsert("action_breaker", KEY, COLUMNS);
    }

    /** All that fails, by kind, rule and step. */
    public List<ActionBreaker> all(long portalId) {
        return statements.query(
                "SELECT kind, rule_name, step, since, failures, rests_until, sentence, advice, told FROM action_breaker"
                        + " WHERE portal_id = ? ORDER BY kind, rule_name, step",
                to -> to.number(portalId),
                row -> new ActionBreaker(
                        row.constant(ActionKind.class),
                        new StepKey(row.text(), row.count()),
                        row.instant(),
                        row.count(),
                        row.instant(),
                        row.text(),
                        row.text(),
                        row.flag()));
    }

    /** Says how something fails now. */
    public void put(long portalId, ActionBreaker breaker) {
        statements.update(upsert, to -> to.number(portalId)
                .constant(breaker.kind())
                .text(breaker.step().rule())
                .number(breaker.step().step())
                .instant(breaker.since())
                .number(breaker.failures())
                .instant(breaker.restsUntil())
                .text(breaker.sentence())
                .text(breaker.advice())
                .flag(breaker.told()));
    }

    /** It works again. */
    public void remove(long portalId, ActionKind kind, StepKey step) {
        statements.update(
                "DELETE FROM action_breaker WHERE portal_id = ? AND kind = ? AND rule_name = ? AND step = ?",
                to -> to.number(portalId).constant(kind).text(step.rule()).number(step.step()));
    }

    /** Nothing rests any more: the next run tries it all. */
    public void wake(long portalId) {
        statements.update(
                "UPDATE action_breaker SET rests_until = since WHERE portal_id = ?", to -> to.number(portalId));
    }
}
