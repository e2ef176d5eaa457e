package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Lead;
import io.leadscore.lead.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a lead's facts say, sorted once by what it means, so that signals can be asked at several steps of time. */
final class Evidence {

    /** An activity this close to the last opening of an e-mail is that opening. */
    private static final long SAME_ACTIVITY_MILLIS = 60_000;

    final ContactFacts contact;
    final @Nullable CompanyFacts company;
    final @Nullable DealFacts deal;
    final Outcomes outcomes;

    /** What the time since the last of the lead's own deals is worth. */
    final LastDealValue lastDeal;

    /** E-mails that a person opened or clicked; each open of marketing e-mails counts, as HubSpot only has their number. */
    final Events opens;

    /** Answers to e-mails. */
    final Events replies;

    /** Meetings that took place. */
    final Events meetings;

    /** Calls in which somebody was reached. */
    final Events calls;

    /** All touches of the lead's, and those of the team's that reached it. */
    final Events engagements;

    /** What the team tried in vain. */
    final Events attempts;

    /** What the lead did of its own accord; opens do not count. */
    final Events actions;

    /** Actions that call for an answer: replies, meetings attended, inbound calls, form submissions. */
    final Events calling;

    /** Days on which anything happened. */
    final Events activeDays;

    final Responses responses;
    final int machineOpens;
    final int noShows;

    /** Calls and meetings whose outcome is the account's own, and not in the profile. */
    final int unlistedCalls;

    final int unlistedMeetings;
    final boolean anyOpens;

    /** Whether something stronger than an open is known: an action, a deal, a meeting to come. */
    final boolean beyondOpens;

    /** What the AI may know of the lead; null where it is not asked. */
    final @Nullable FitProfile fitProfile;

    final FitInsight insight;

    private final long lastDateStep;

    Evidence(Lead lead, WeightSet weights, FitInsights insights, TimeSteps steps) {
        AiContext ai = weights.ai();
        this.fitProfile = ai == null ? null : FitProfile.of(weights.profile(), lead);
        this.insight = insight(lead, ai, fitProfile, insights);
        this.contact = lead.contact();
        this.company = lead.company();
        this.deal = newest(lead);
        this.outcomes = new Outcomes(weights, lead, deal);
        this.lastDeal = new LastDealValue(outcomes);
        this.lastDateStep = CustomSignals.lastStep(weights.profile(), steps, contact, company, deal);
        EngagementReading read = new EngagementReading(steps, weights.profile(), contact.emails());
        lead.engagements().forEach(read::add);
        read.addMarketing();
        Instant conversion = contact.lastConversionAt();
        if (conversion != null) {
            read.calling.add(conversion.toEpochMilli());
        } else if (contact.conversions() > 0) {
            read.calling.add(contact.createdAt().toEpochMilli());
        }
        this.opens = read.opens;
        this.replies = read.replies;
        this.meetings = read.meetings;
        this.calls = read.calls;
        this.engagements = read.engagements;
        this.attempts = read.attempts;
        this.calling = read.calling;
        this.actions = read.otherActions;
        actions.addAll(calling);
        addSalesActivity(read);
        Events all = new Events(steps);
        all.addAll(engagements);
        all.addAll(actions);
        this.activeDays = all.byDay();
        this.responses = read.responses;
        this.machineOpens = read.machineOpens;
        this.noShows = read.noShows;
        this.unlistedCalls = read.unlistedCalls;
        this.unlistedMeetings = read.unlistedMeetings;
        this.anyOpens = read.anyOpens;
        this.beyondOpens = read.strongActions
                || read.plannedMeeting
                || !lead.deals().isEmpty()
                || contact.conversions() > 0
                || conversion != null;
    }

    /** What the AI is told was learnt from deals; of a lead as it was before them it must not speak. */
    private static FitInsight insight(
            Lead lead, @Nullable AiContext ai, @Nullable FitProfile fitProfile, FitInsights insights) {
        if (ai == null || fitProfile == null) {
            return FitInsight.OFF;
        }
        return lead.asOf().isBefore(ai.until()) ? FitInsight.LEARNT_LATER : insights.of(fitProfile);
    }

    /** The last step at which an event is still to come. */
    long lastPlannedStep() {
        return Math.max(Math.max(engagements.lastStep(), actions.lastStep()), lastDateStep);
    }

    /** HubSpot's last activity of the contact's own (page, document, form), unless it is the opening of an e-mail. */
    private void addSalesActivity(EngagementReading read) {
        Instant activity = contact.lastSalesActivityAt();
        Instant opened = contact.emails().lastOpenedAt();
        if (activity != null
                && !read.isAutomatic(activity)
                && (opened == null
                        || Math.abs(activity.toEpochMilli() - opened.toEpochMilli()) > SAME_ACTIVITY_MILLIS)) {
            actions.add(activity.toEpochMilli());
        }
    }

    /** The newest open deal, else the newest. */
    static @Nullable DealFacts newest(Lead lead) {
        DealFacts newest = null;
        for (DealFacts deal : lead.deals()) {
            if (newest == null || deal.outcome() == Outcome.OPEN || newest.outcome() != Outcome.OPEN) {
                newest = deal;
            }
        }
        return newest;
    }
}
