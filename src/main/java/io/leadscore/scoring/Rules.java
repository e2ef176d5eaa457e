package io.leadscore.scoring;

import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the profile says about a sum of contributions: what limits and lowers it, which priority it has, and what to do next. */
final class Rules {

    static final String BASELINE = "baseline";
    static final String SEGMENT = "segment";
    static final String LIMIT = "limit";
    static final String ONLY_OPENS = "only_opens";
    static final String OUT_OF_QUEUE = "out_of_queue";
    static final String ROUNDING = "rounding";

    /** Most that a score can have, in hundredths. */
    private static final int FULL = 10_000;

    private final WeightSet weights;
    private final ScoringProfile profile;
    private final TimeSteps steps;
    private final long lostSteps;
    private final long followUpSteps;

    Rules(WeightSet weights, TimeSteps steps) {
        this.weights = weights;
        this.profile = weights.profile();
        this.steps = steps;
        this.lostSteps = steps.count(profile.queue().lostReturnAfter());
        this.followUpSteps = steps.count(profile.nextBestAction().followUpWithin());
    }

    /**
     * What a sum of hundredths comes to.
     *
     * @param fitPercent the fit alone, 0 to 100
     * @param ageBand which age of the lead or its open deal the close probability is of
     * @param likely whether the chance is among the best
     */
    Standing standing(
            Evidence evidence,
            List<DealFacts> deals,
            long now,
            int signals,
            int fitPercent,
            int ageBand,
            boolean likely) {
        int sum = Math.max(0, Math.min(FULL, signals));
        int high = Check.present(weights.thresholds(), "thresholds").high();
        boolean openedHigh = evidence.anyOpens && !evidence.beyondOpens && rounded(sum) >= high;
        int onlyOpens = openedHigh ? 100 * (high - 1) - sum : 0;
        Place place = place(evidence, deals, now);
        int ceiling = 100 * profile.queue().ceiling();
        int lowered = place == Place.IN_QUEUE ? 0 : Math.min(0, ceiling - sum - onlyOpens);
        int points = rounded(sum + onlyOpens + lowered);
        Priority fit = profile.thresholds().priority(fitPercent);
        NextBestAction action = action(evidence, deals, now, points, place, likely);
        return new Standing(signals, sum - signals, onlyOpens, place, lowered, points, fit, action, ageBand);
    }

    /** The rules that apply, as contributions. */
    List<Contribution> contributions(Standing standing) {
        List<Contribution> rules = new ArrayList<>(4);
        if (standing.limit() != 0) {
            rules.add(rule(LIMIT, standing.limit(), "a score is between 0 and 100 points"));
        }
        if (standing.onlyOpens() != 0) {
            rules.add(
                    rule(ONLY_OPENS, standing.onlyOpens(), "opening e-mails is all the lead did: not enough for High"));
        }
        if (standing.place() != Place.IN_QUEUE) {
            rules.add(rule(
                    OUT_OF_QUEUE,
                    standing.outOfQueue(),
                    standing.place().sentence(profile.queue().ceiling())));
        }
        if (standing.rounding() != 0) {
            rules.add(rule(ROUNDING, standing.rounding(), "rounded to whole points"));
        }
        return rules;
    }

    Place place(Evidence evidence, List<DealFacts> deals, long now) {
        ContactFacts contact = evidence.contact;
        QueueRules queue = profile.queue();
        long wonAt = Long.MIN_VALUE;
        long openedAt = Long.MIN_VALUE;
        long lostAt = Long.MIN_VALUE;
        for (DealFacts deal : deals) {
            long made = deal.createdAt().toEpochMilli();
            long closed = deal.closedAt() == null ? made : deal.closedAt().toEpochMilli();
            switch (deal.outcome()) {
                case OPEN -> openedAt = Math.max(openedAt, made);
                case WON -> wonAt = Math.max(wonAt, closed);
                case LOST -> {
                    Instant ended = deal.endedAt();
                    lostAt = Math.max(lostAt, ended == null ? made : ended.toEpochMilli());
                }
            }
        }
        boolean won = wonAt != Long.MIN_VALUE;
        boolean open = openedAt != Long.MIN_VALUE;
        boolean customer =
                (contact.lifecycleStage() != null && queue.customerStages().contains(contact.lifecycleStage()))
                        || (won && queue.wonDealIsCustomer());
        // A customer with a new deal is being sold to again.
        if (customer && !(open && openedAt > wonAt)) {
            return Place.CUSTOMER;
        }
        if (contact.leadStatus() != null && queue.unqualifiedStatuses().contains(contact.leadStatus())) {
            return Place.UNQUALIFIED;
        }
        boolean waits = lostAt != Long.MIN_VALUE
                && !won
                && !open
                && evidence.calling.last(now) <= lostAt
                && now - steps.index(lostAt) < lostSteps;
        return waits ? Place.LOST : Place.IN_QUEUE;
    }

    private NextBestAction action(
            Evidence evidence, List<DealFacts> deals, long now, int points, Place place, boolean likely) {
        if (place != Place.IN_QUEUE) {
            return NextBestAction.NURTURE;
        }
        Priority priority = weights.priority(points);
        if (priority != Priority.LOW && deals.stream().anyMatch(this::isLate)) {
            return NextBestAction.CLOSE;
        }
        long called = evidence.calling.last(now);
        boolean lately = called != Long.MIN_VALUE && now - steps.index(called) < followUpSteps;
        return priority == Priority.HIGH || lately || likely ? NextBestAction.FOLLOW_UP : NextBestAction.NURTURE;
    }

    private boolean isLate(DealFacts deal) {
        return deal.outcome() == Outcome.OPEN
                && deal.stageProbability() != null
                && deal.stageProbability() >= profile.nextBestAction().closeStageProbability();
    }

    /** Which weights are used; it gives no points. */
    static Contribution segment(String sentence) {
        return rule(SEGMENT, 0, sentence);
    }

    /** Where every lead begins. */
    static Contribution baseline(int hundredths) {
        return rule(BASELINE, hundredths, "where a lead begins of which nothing speaks");
    }

    private static Contribution rule(String name, int hundredths, String sentence) {
        return new Contribution(name, null, null, hundredths, 0, 0, sentence);
    }

    /** Whole points from hundredths of 0 or more, halves up. */
    private static int rounded(int hundredths) {
        return (hundredths + 50) / 100;
    }
}
