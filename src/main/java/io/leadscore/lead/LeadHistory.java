package io.leadscore.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known today of a contact, from which the lead is made that was known at an earlier instant. It cannot be
 * scored itself: whatever has no time at or before the instant does not get into the {@link Lead}. Immutable.
 *
 * @param contact the contact as it is today
 * @param company its primary company as it is today, if it has one
 * @param engagements all of its engagements, in any order
 * @param stages its lifecycle stages, in any order
 * @param deals all of its deals, in any order; those that are closed are enough
 * @param firstFilled since when the account's own properties have had a value
 */
public record LeadHistory(
        ContactFacts contact,
        @Nullable CompanyFacts company,
        List<Engagement> engagements,
        List<StageChange> stages,
        List<DealFacts> deals,
        FirstFilled firstFilled) {

    /** The outcome of a meeting that is still to come. */
    private static final String PLANNED = "SCHEDULED";

    public LeadHistory {
        engagements = List.copyOf(engagements);
        stages = List.copyOf(stages);
        deals = List.copyOf(deals);
    }

    /** A contact of whose own properties it is not known when they were filled in. */
    public LeadHistory(
            ContactFacts contact,
            @Nullable CompanyFacts company,
            List<Engagement> engagements,
            List<StageChange> stages,
            List<DealFacts> deals) {
        this(contact, company, engagements, stages, deals, FirstFilled.UNKNOWN);
    }

    /** A contact of whose other deals nothing is known. */
    public LeadHistory(
            ContactFacts contact,
            @Nullable CompanyFacts company,
            List<Engagement> engagements,
            List<StageChange> stages) {
        this(contact, company, engagements, stages, List.of());
    }

    /**
     * The lead as it was known while a deal was open.
     *
     * <ul>
     *   <li>Of the deal it has no more than that it was open, and its static properties. Of the others it has those that
     *       were closed by then; it has no other open one, as sister deals tell of the outcome.
     *   <li>The lifecycle stage is the one that was seen by then; owner, lead status, opt-out and the contact's own
     *       roll-ups of activity, which have no history, are unknown.
     *   <li>Of company and contact it has what {@code statics} lists; of the account's own properties those that had been
     *       filled in by then, where that is known.
     *   <li>Of an engagement it has what {@link #asOf(Engagement, Instant)} says.
     * </ul>
     *
     * @param asOf the instant
     * @param deal the deal that was being worked
     * @param statics what had the same value then as today
     */
    public Lead asOf(Instant asOf, DealFacts deal, StaticFacts statics) {
        List<Engagement> known = new ArrayList<>(engagements.size());
        for (Engagement engagement : engagements) {
            Engagement then = asOf(engagement, asOf);
            if (then != null) {
                known.add(then);
            }
        }
        return Lead.asOf(
                asOf,
                contact(asOf, deal, statics),
                company == null ? null : company(company, asOf, deal, statics),
                Stream.concat(
                                deals.stream().filter(other -> other.id() != deal.id() && other.isClosedBefore(asOf)),
                                Stream.of(opened(deal, asOf, statics)))
                        .toList(),
                known);
    }

    /**
     * Who belongs together: what is known of one of them says something of the others, so they must not be divided
     * between learning and judging. The company's id; of a contact without one, its own id made negative.
     */
    public long group() {
        return company == null ? -contact.id() : company.id();
    }

    /**
     * An engagement as it was known: nothing when it was logged later. What happened at its own time (who called, whether
     * somebody was reached, whether a meeting was held) was known from then on; what grows afterwards (opens, clicks,
     * replies) or changes at an unknown time (a task's completion) only if the record has not changed since. How long a
     * call took is left out: it is written when the deal is as good as made.
     */
    static @Nullable Engagement asOf(Engagement now, Instant asOf) {
        if (now.createdAt().isAfter(asOf)) {
            return null;
        }
        boolean toCome = now.occurredAt().isAfter(asOf);
        boolean unchanged = !now.modifiedAt().isAfter(asOf);
        if (now instanceof Engagement.Email email) {
            return toCome ? null : unchanged ? email : uncounted(email);
        }
        if (now instanceof Engagement.Call call) {
            return toCome
                    ? null
                    : new Engagement.Call(
                            call.id(),
                            call.createdAt(),
                            call.modifiedAt(),
                            call.occurredAt(),
                            call.direction(),
                            call.status(),
                            call.disposition(),
                            null);
        }
        if (now instanceof Engagement.Meeting meeting) {
            Instant start = meeting.startsAt() == null ? meeting.occurredAt() : meeting.startsAt();
            return start.isAfter(asOf) ? planned(meeting) : meeting;
        }
        if (now instanceof Engagement.Task task) {
            return new Engagement.Task(
                    task.id(),
                    task.createdAt(),
                    task.modifiedAt(),
                    task.occurredAt(),
                    unchanged ? task.status() : null);
        }
        return toCome ? null : now;
    }

    private static Engagement uncounted(Engagement.Email email) {
        return new Engagement.Email(
                email.id(),
                email.createdAt(),
                email.modifiedAt(),
                email.occurredAt(),
                email.direction(),
                email.status(),
                0,
                0,
                0,
                null,
                email.automatic());
    }

    private static Engagement planned(Engagement.Meeting meeting) {
        return new Engagement.Meeting(
                meeting.id(),
                meeting.createdAt(),
                meeting.modifiedAt(),
                meeting.occurredAt(),
                meeting.startsAt(),
                meeting.endsAt(),
                PLANNED);
    }

    private ContactFacts contact(Instant asOf, DealFacts deal, StaticFacts statics) {
        boolean seniority = statics.lists(StaticFacts.SENIORITY);
        return new ContactFacts(
                contact.id(),
                contact.createdAt(),
                contact.createdAt(),
                stage(asOf),
                null,
                statics.lists(StaticFacts.SOURCE) ? contact.source() : null,
                statics.lists(StaticFacts.COUNTRY) ? contact.country() : null,
                seniority ? contact.jobLevel() : null,
                seniority ? contact.department() : null,
                null,
                false,
                EmailActivity.NONE,
                0,
                null,
                null,
                LinkSummary.NONE,
                List.of(),
                custom(contact.custom(), firstFilled.contact(), asOf, deal, statics));
    }

    private @Nullable String stage(Instant asOf) {
        StageChange last = null;
        for (StageChange change : stages) {
            if (!change.at().isAfter(asOf) && (last == null || change.at().isAfter(last.at()))) {
                last = change;
            }
        }
        return last == null ? null : last.stage();
    }

    private CompanyFacts company(CompanyFacts company, Instant asOf, DealFacts deal, StaticFacts statics) {
        return new CompanyFacts(
                company.id(),
                company.createdAt(),
                company.createdAt(),
                statics.lists(StaticFacts.INDUSTRY) ? company.industry() : null,
                statics.lists(StaticFacts.EMPLOYEES) ? company.employees() : null,
                statics.lists(StaticFacts.ANNUAL_REVENUE) ? company.annualRevenue() : null,
                statics.lists(StaticFacts.COUNTRY) ? company.country() : null,
                null,
                custom(company.custom(), firstFilled.company(), asOf, deal, statics));
    }

    /** Stage, amount, owner and close date of a deal are written as it goes: none of them is known. */
    private DealFacts opened(DealFacts deal, Instant asOf, StaticFacts statics) {
        return new DealFacts(
                deal.id(),
                deal.createdAt(),
                deal.createdAt(),
                null,
                null,
                deal.pipeline(),
                null,
                null,
                Outcome.OPEN,
                null,
                custom(deal.custom(), firstFilled.deal(deal.id()), asOf, deal, statics));
    }

    private static Map<String, String> custom(
            Map<String, String> today, Map<String, Instant> since, Instant asOf, DealFacts deal, StaticFacts statics) {
        Map<String, String> then = FirstFilled.asOf(asOf, deal.endedAt(), today, since);
        then.keySet().removeIf(property -> !statics.listsCustom(property));
        return then;
    }
}
