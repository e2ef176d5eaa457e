package io.leadscore.scoring;

import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Engagement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorts engagements, given oldest first, by what they mean. A touch of the lead's, or one that reached it, is an engagement;
 * what the team did alone (e-mails, calls that reached nobody, notes, tasks) is none, however often it tried.
 */
final class EngagementReading {

    /** What was not delivered, or not yet sent. */
    private static final Set<String> UNSENT = Set.of("BOUNCED", "FAILED", "SCHEDULED", "SENDING", "DRAFT");

    private static final String SENT = "SENT";

    private static final Set<String> NO_CALL =
            Set.of("CANCELED", "QUEUED", "FAILED", "CONNECTING", "RINGING", "IN_PROGRESS", "CALLING_CRM_USER");

    /** Nobody clicks so often in one e-mail before we see it first; a scanner follows every link, at once. */
    private static final int SCANNERS_CLICKS = 10;

    /** A roll-up this close to a logged e-mail tells of that e-mail. */
    private static final long SAME_MILLIS = 60_000;

    /** So many opens of marketing e-mails are enough for any cap; a newsletter's reader may have thousands. */
    private static final int ENOUGH = 100;

    final Events opens;
    final Events replies;
    final Events meetings;
    final Events calls;
    final Events engagements;

    /** E-mails of the team's that nobody answered or clicked in, and calls of its that reached nobody. */
    final Events attempts;

    final Events calling;
    final Events otherActions;
    final Responses responses;
    int machineOpens;
    int noShows;
    int unlistedCalls;
    int unlistedMeetings;
    boolean anyOpens;
    boolean plannedMeeting;
    boolean strongActions;

    private final ScoringProfile profile;
    private final Duration machineWindow;
    private final EmailActivity rollUp;
    private final List<Long> automatic = new ArrayList<>();

    /** @param rollUp the contact's own roll-up of its e-mails, which tells when it last opened and clicked */
    EngagementReading(TimeSteps steps, ScoringProfile profile, EmailActivity rollUp) {
        this.profile = profile;
        this.machineWindow = profile.machineWindow();
        this.rollUp = rollUp;
        this.opens = new Events(steps);
        this.replies = new Events(steps);
        this.meetings = new Events(steps);
        this.calls = new Events(steps);
        this.engagements = new Events(steps);
        this.attempts = new Events(steps);
        this.calling = new Events(steps);
        this.otherActions = new Events(steps);
        this.responses = new Responses();
    }

    void add(Engagement engagement) {
        long at = engagement.occurredAt().toEpochMilli();
        if (engagement instanceof Engagement.Email email) {
            addEmail(email, at);
        } else if (engagement instanceof Engagement.Call call) {
            addCall(call, at);
        } else if (engagement instanceof Engagement.Meeting meeting) {
            addMeeting(
                    meeting,
                    meeting.startsAt() == null ? at : meeting.startsAt().toEpochMilli());
        } else if (engagement instanceof Engagement.Communication) {
            engagements.add(at);
            otherActions.add(at);
            strongActions = true;
        }
        // A note is what the team, or this program, wrote about the lead, a task what one of the team is to do: nothing
        // that passed between them.
    }

    private void addEmail(Engagement.Email email, long at) {
        boolean incoming = email.direction() == Engagement.Direction.INCOMING;
        if (!isSent(email.status(), incoming)) {
            return;
        }
        if (incoming && email.automatic()) {
            automatic.add(at);
            responses.automatic();
            return;
        }
        if (incoming) {
            reply(at);
            responses.incoming(at);
            return;
        }
        Engagement.FirstSeen first = email.firstSeen();
        int machineHere = first != null && opensAreMachines(email, first) ? Math.min(first.opens(), email.opens()) : 0;
        int machineClicks = first != null && clicksAreMachines(email, first) ? first.clicks() : 0;
        int clicks = Math.max(0, email.clicks() - machineClicks);
        machineOpens += machineHere;
        anyOpens |= email.opens() > 0;
        if (email.opens() > machineHere || clicks > 0) {
            opens.add(at);
        }
        if (clicks > 0) {
            engagements.add(at);
            otherActions.add(at);
            strongActions = true;
        } else if (email.replies() == 0 && email.direction() == Engagement.Direction.OUTGOING) {
            attempts.add(at);
        }
        responses.outgoing(at, email.replies());
    }

    /** Of our own what was sent, or was logged without a word of it; of others' whatever is not said to have failed. */
    private static boolean isSent(@Nullable String status, boolean incoming) {
        return status == null || (incoming ? !UNSENT.contains(status) : status.equals(SENT));
    }

    private boolean opensAreMachines(Engagement.Email email, Engagement.FirstSeen first) {
        return isAtOnce(first) || isMachine(rollUp.lastOpenedAt(), email.occurredAt());
    }

    private boolean clicksAreMachines(Engagement.Email email, Engagement.FirstSeen first) {
        return isAtOnce(first)
                || first.clicks() >= SCANNERS_CLICKS
                || isMachine(rollUp.lastClickedAt(), email.occurredAt());
    }

    private boolean isAtOnce(Engagement.FirstSeen first) {
        return first.afterDelivery().compareTo(machineWindow) <= 0;
    }

    /** Whether what a roll-up tells of is an answer that a machine gave. */
    boolean isAutomatic(Instant at) {
        return automatic.stream().anyMatch(known -> Math.abs(known - at.toEpochMilli()) <= SAME_MILLIS);
    }

    /** The roll-up of marketing e-mails, once all engagements are read. */
    void addMarketing() {
        EmailActivity emails = rollUp;
        // An e-mail that HubSpot says was answered, but of which no answer is logged.
        responses.unlogged().forEach(this::reply);
        anyOpens |= emails.opens() > 0 || emails.lastOpenedAt() != null;
        if (emails.opens() > 0 && emails.lastOpenedAt() != null) {
            if (isMachine(emails.lastOpenedAt(), emails.lastSentAt())) {
                machineOpens += emails.opens();
            } else {
                addOften(opens, emails.opens(), emails.lastOpenedAt());
            }
        }
        if (emails.clicks() > 0
                && emails.lastClickedAt() != null
                && !isMachine(emails.lastClickedAt(), emails.lastSentAt())) {
            otherActions.add(emails.lastClickedAt().toEpochMilli());
            strongActions = true;
        }
        if (emails.lastRepliedAt() != null
                && !isAutomatic(emails.lastRepliedAt())
                && (emails.replies() > 0 || replies.lastStep() == Long.MIN_VALUE)) {
            int times = Math.max(1, emails.replies());
            addOften(replies, times, emails.lastRepliedAt());
            calling.add(emails.lastRepliedAt().toEpochMilli());
            strongActions = true;
        }
    }

    private void addCall(Engagement.Call call, long at) {
        if (call.status() != null && NO_CALL.contains(call.status())) {
            return;
        }
        boolean inbound = call.direction() == Engagement.Direction.INCOMING;
        CallOutcome outcome = outcome(call);
        if (outcome == null) {
            unlistedCalls++;
            if (!inbound) {
                return;
            }
        }
        boolean reached = outcome == CallOutcome.CONNECTED;
        if (!reached && call.direction() == Engagement.Direction.OUTGOING) {
            if (isTold(call)) {
                attempts.add(at);
            }
            return;
        }
        if (!inbound && !reached && isTold(call)) {
            return; // whoever called, nobody was reached
        }
        engagements.add(at);
        if (reached) {
            calls.add(at);
        }
        if (inbound) {
            calling.add(at);
        } else if (reached) {
            otherActions.add(at);
        }
        strongActions |= inbound || reached;
    }

    /** Whether anything says what the call came to. */
    private static boolean isTold(Engagement.Call call) {
        return call.disposition() != null || call.status() != null;
    }

    /** What a call came to; null when its disposition is the account's own, and the profile does not list it. */
    private @Nullable CallOutcome outcome(Engagement.Call call) {
        String disposition = call.disposition();
        if (disposition == null) {
            return "COMPLETED".equals(call.status()) ? CallOutcome.CONNECTED : CallOutcome.NOT_CONNECTED;
        }
        return profile.callOutcome(disposition);
    }

    /** A meeting without outcome has taken place once its time has come: it was logged by hand. */
    private void addMeeting(Engagement.Meeting meeting, long at) {
        String outcome = meeting.outcome();
        MeetingOutcome meant = outcome == null ? MeetingOutcome.HELD : profile.meetingOutcome(outcome);
        if (meant == null) {
            unlistedMeetings++;
        } else if (meant == MeetingOutcome.HELD) {
            engagements.add(at);
            meetings.add(at);
            calling.add(at);
            strongActions = true;
        } else if ("NO_SHOW".equals(outcome)) {
            noShows++;
        } else if ("SCHEDULED".equals(outcome)) {
            plannedMeeting = true;
        }
    }

    private void reply(long at) {
        engagements.add(at);
        replies.add(at);
        calling.add(at);
        strongActions = true;
    }

    private boolean isMachine(@Nullable Instant at, @Nullable Instant sentAt) {
        return at != null
                && sentAt != null
                && !at.isBefore(sentAt)
                && Duration.between(sentAt, at).compareTo(machineWindow) <= 0;
    }

    private static void addOften(Events events, int times, Instant at) {
        for (int i = 0; i < Math.min(times, ENOUGH); i++) {
            events.add(at.toEpochMilli());
        }
    }
}
