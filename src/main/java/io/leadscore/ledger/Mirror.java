package io.leadscore.ledger;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.Facts;
import io.leadscore.lead.Lead;
import io.leadscore.lead.ObjectType;
import io.leadscore.learning.DealSource;
import io.leadscore.learning.OutcomeEvidence;
import io.leadscore.scoring.ClosedDeal;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.OutcomeKind;
import io.leadscore.scoring.OutcomeRules;
import io.leadscore.scoring.ScoringProfile;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The mirror of facts: the last known state of every record that leads are made of, and the history of lifecycle
 * stages. Joins the caller's transaction. Thread-safe; types may be written in parallel.
 */
public final class Mirror {

    private static final int PAGE = 1_000;

    private final Statements statements;
    private final FactsUpsert<ContactFacts> contacts;
    private final FactsUpsert<CompanyFacts> companies;
    private final FactsUpsert<DealFacts> deals;
    private final Map<ObjectType, FactsUpsert<Engagement>> engagements = new EnumMap<>(ObjectType.class);
    private final LifecycleHistory lifecycle;
    private final MergedContacts merged;
    private final LeadsQuery leads;
    private final DealsQuery allDeals;

    Mirror(Statements statements) {
        this.statements = statements;
        this.contacts = new FactsUpsert<>(statements, ContactTable.TABLE);
        this.companies = new FactsUpsert<>(statements, CompanyTable.TABLE);
        this.deals = new FactsUpsert<>(statements, DealTable.TABLE);
        for (ObjectType type : ObjectType.values()) {
            if (type.isEngagement()) {
                engagements.put(type, new FactsUpsert<>(statements, EngagementTable.of(type)));
            }
        }
        this.lifecycle = new LifecycleHistory(statements);
        this.merged = new MergedContacts(statements);
        this.leads = new LeadsQuery(statements);
        this.allDeals = new DealsQuery(statements, leads, PrimaryContact.LOWEST_ID);
    }

    /**
     * Writes what is newer than what is known. A contact that was gone is back when it changed after what was known; one
     * that was merged away never is, and is left out.
     *
     * @param facts records of one type, in any order
     * @return what became of each record, once each, ascending by id
     * @throws IllegalArgumentException when the facts are not all of one type
     */
    public List<Upserted> upsert(long portalId, List<? extends Facts> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        ObjectType type = facts.get(0).type();
        return switch (type) {
            case CONTACTS -> {
                var written = contacts.write(portalId, merged.without(portalId, cast(facts, ContactFacts.class, type)));
                lifecycle.append(portalId, written);
                yield upserted(written);
            }
            case COMPANIES -> upserted(companies.write(portalId, cast(facts, CompanyFacts.class, type)));
            case DEALS -> upserted(deals.write(portalId, cast(facts, DealFacts.class, type)));
            default -> upserted(engagementsOf(type).write(portalId, cast(facts, Engagement.class, type)));
        };
    }

    /**
     * The leads behind these contacts, as known at an instant, ascending by id. Contacts that are gone, merged away or
     * not known are left out.
     */
    public List<Lead> leads(long portalId, Collection<Long> contactIds, Instant asOf) {
        return leads.find(portalId, contactIds, asOf);
    }

    /**
     * What AI may know of these contacts, by contact, ascending. Contacts that are gone, merged away or not known are left
     * out.
     */
    public Map<Long, FitProfile> fitProfiles(long portalId, Collection<Long> contactIds, ScoringProfile profile) {
        Map<Long, ContactFacts> found = leads.contacts(portalId, contactIds);
        Map<Long, CompanyFacts> theirs = leads.companies(portalId, found.keySet());
        Map<Long, FitProfile> profiles = new TreeMap<>();
        found.forEach((id, contact) -> profiles.put(id, FitProfile.of(profile, contact, theirs.get(id))));
        return profiles;
    }

    /** The last known facts of those of these records that are mirrored, also of contacts that are gone. */
    public Map<Long, Facts> known(long portalId, ObjectType type, Collection<Long> ids) {
        Map<Long, Facts> known = new TreeMap<>();
        List<? extends Facts> found =
                switch (type) {
                    case CONTACTS -> contacts.find(portalId, ids);
                    case COMPANIES -> companies.find(portalId, ids);
                    case DEALS -> deals.find(portalId, ids);
                    default -> engagementsOf(type).find(portalId, ids);
                };
        found.forEach(facts -> known.put(facts.id(), facts));
        return known;
    }

    /** Declared custom signals' values of those of these records that are known; engagements have none. */
    public Map<Long, Map<String, String>> custom(long portalId, ObjectType type, Collection<Long> ids) {
        String table =
                switch (type) {
                    case CONTACTS -> "contact";
                    case COMPANIES -> "company";
                    case DEALS -> "deal";
                    default -> null;
                };
        Map<Long, Map<String, String>> custom = new TreeMap<>();
        if (table != null) {
            statements.found(
                    "SELECT t.id, t.id, t.custom FROM " + Statements.IDS + " LEFT JOIN " + table
                            + " t ON t.portal_id = ? AND t.id = k.id",
                    to -> to.ids(ids).number(portalId),
                    row -> custom.put(row.number(), JsonText.readTexts(row.textOrNull())));
        }
        return custom;
    }

    /** How many calls or meetings of an outcome are mirrored. */
    public long countOfOutcome(long portalId, ObjectType type, String outcome) {
        String column = type == ObjectType.CALLS ? "disposition" : "outcome";
        return statements.number(
                "SELECT COUNT(*) FROM engagement WHERE portal_id = ? AND type = ? AND " + column + " = ?",
                to -> to.number(portalId).constant(type).text(outcome));
    }

    /** How many records of a type are mirrored; of contacts: live ones. */
    public long count(long portalId, ObjectType type) {
        String sql =
                switch (type) {
                    case CONTACTS -> "SELECT COUNT(*) FROM contact WHERE portal_id = ? AND gone_at IS NULL";
                    case COMPANIES -> "SELECT COUNT(*) FROM company WHERE portal_id = ?";
                    case DEALS -> "SELECT COUNT(*) FROM deal WHERE portal_id = ?";
                    default -> "SELECT COUNT(*) FROM engagement WHERE portal_id = ? AND type = '" + type + "'";
                };
        return statements.number(sql, to -> to.number(portalId));
    }

    /**
     * Gives every deal that was won or lost, ascending by id, with its live contact of the lowest id and that contact's
     * company. Any number fits in memory.
     */
    public void forEachClosedDeal(long portalId, Consumer<ClosedDeal> consumer) {
        allDeals.forEachClosed(portalId, consumer);
    }

    /** Gives every open deal, ascending by id. Any number fits in memory. */
    public void forEachOpenDeal(long portalId, Consumer<DealFacts> consumer) {
        allDeals.forEachOpen(portalId, consumer);
    }

    /** Gives every deal, ascending by id. Any number fits in memory. */
    public void forEachDeal(long portalId, Consumer<DealFacts> consumer) {
        allDeals.forEach(portalId, consumer);
    }

    /** Ids of the stages that deals were last seen in. */
    public Set<String> dealStages(long portalId) {
        return Set.copyOf(statements.query(
                "SELECT DISTINCT stage FROM deal WHERE portal_id = ? AND stage IS NOT NULL",
                to -> to.number(portalId),
                Row::text));
    }

    /**
     * What an account learns from: its deals or, where contacts succeed, its contacts, told as deals. Each of its methods
     * reads anew; any number fits in memory.
     *
     * @param choice which of a deal's contacts speaks for it
     * @param now what is later has not passed yet
     */
    public DealSource outcomes(long portalId, PrimaryContact choice, OutcomeRules outcome, Instant now) {
        return outcome.kind().isOfContacts()
                ? new MirroredContacts(
                        portalId, new DealsQuery(statements, leads, choice), leads, statements, outcome, now)
                : deals(portalId, choice);
    }

    /** What the mirror tells of one kind of success: enough to see whether it is supported, and no more is read. */
    public OutcomeEvidence outcomeEvidence(long portalId, OutcomeKind kind) {
        return new OutcomeCounts(statements).of(portalId, kind);
    }

    /** What the mirror tells of success. */
    public OutcomeEvidence outcomeEvidence(long portalId) {
        return new OutcomeCounts(statements).of(portalId);
    }

    /** The deals of an account, to learn from. Each of its methods reads anew; any number fits in memory. */
    public DealSource deals(long portalId, PrimaryContact choice) {
        return new MirroredDeals(portalId, new DealsQuery(statements, leads, choice), statements);
    }

    /** Gives every live contact's id, ascending, in pages of at most a thousand. */
    public void forEachContactPage(long portalId, Consumer<List<Long>> consumer) {
        long after = 0;
        List<Long> page;
        do {
            long last = after;
            page = statements.query(
                    "SELECT id FROM contact WHERE portal_id = ? AND id > ? AND gone_at IS NULL"
                            + " ORDER BY portal_id, id LIMIT ?",
                    to -> to.number(portalId).number(last).number(PAGE),
                    Row::number);
            if (!page.isEmpty()) {
                consumer.accept(page);
                after = page.get(page.size() - 1);
            }
        } while (page.size() == PAGE);
    }

    /** Since when a contact is gone from HubSpot; null while it lives, or when it was never mirrored. */
    public @Nullable Departure departure(long portalId, long contactId) {
        return statements.first(
                "SELECT gone_at, merged_into FROM contact WHERE portal_id = ? AND id = ? AND gone_at IS NOT NULL",
                to -> to.number(portalId).number(contactId),
                row -> new Departure(row.instant(), row.numberOrNull()));
    }

    /** Remembers that these contacts were deleted in HubSpot. */
    public void markGone(long portalId, Collection<Long> contactIds, Instant at) {
        statements.batch(
                "UPDATE contact SET gone_at = ? WHERE portal_id = ? AND id = ? AND gone_at IS NULL",
                new TreeSet<>(contactIds),
                (id, to) -> to.instant(at).number(portalId).number(id));
    }

    /** Remembers that a contact, mirrored or not, was merged into another one in HubSpot. */
    public void markMerged(long portalId, long oldId, long survivorId, Instant at) {
        merged.add(portalId, oldId, survivorId);
        statements.update(
                "UPDATE contact SET gone_at = COALESCE(gone_at, ?), merged_into = ? WHERE portal_id = ? AND id = ?",
                to -> to.instant(at).number(survivorId).number(portalId).number(oldId));
    }

    private FactsUpsert<Engagement> engagementsOf(ObjectType type) {
        FactsUpsert<Engagement> upsert = engagements.get(type);
        if (upsert == null) {
            throw new IllegalArgumentException(type + " are not engagements");
        }
        return upsert;
    }

    private static <F extends Facts> List<Upserted> upserted(List<FactsUpsert.Decided<F>> decided) {
        return decided.stream()
                .map(one -> new Upserted(one.facts(), one.change()))
                .toList();
    }

    private static <F extends Facts> List<F> cast(List<? extends Facts> facts, Class<F> kind, ObjectType type) {
        facts.stream().filter(one -> one.type() != type).findAny().ifPresent(one -> {
            throw new IllegalArgumentException("facts of " + type + " and " + one.type() + " in one call");
        });
        return facts.stream().map(kind::cast).toList();
    }
}
