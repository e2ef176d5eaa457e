package io.leadscore.scoring;

import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Engagement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sorts engagements, given oldest first, by what they mean. */
final class EngagementReading {

    private static final Set<String> UNSENT = Set.of("BOUNCED", "FAILED", "SCHEDULED");
    private static final Set<String> NOT_HELD = Set.of("SCHEDULED", "RESCHEDULED", "NO_SHOW", "CANCELED");
    private static final Set<String> NO_CALL = Set.of("CANCELED", "QUEUED", "FAILED");

    /** HubSpot's default call dispositions in which nobody was reached; an account may add its own. */
    private static final Set<String> NOBODY_REACHED = Set.of(
            "9d9162e7-6cf3-4944-bf63-4dff82258764",
            "a4c4c377-d246-4b32-a13b-75a56a4cd0ff",
            "b2cf5968-551e-4856-9783-52b3da59a7d0",
            "73a0d17f-1163-4015-bdd5-ec830791da20",
            "17b47fee-58de-441e-a44c-c6300d46f273");

    private static final String CONNECTED = "f240bbac-87c9-4f6e-bf70-924b57d47db7";

    /** So many opens of marketing e-mails are enough for any cap; a newsletter's reader may have thousands. */
    private static final int ENOUGH = 100;

    final Events opens;
    final Events replies;
    final Events meetings;
    final Events calls;
    final Events engagements;
    final Events calling;
    final Events otherActions;
    final Responses responses;
    int machineOpens;
    int noShows;
    boolean anyOpens;
    boolean plannedMeeting;
    boolean strongActions;

    private final Duration machineWindow;

    EngagementReading(TimeSteps steps, Duration machineWindow) {
        this.machineWindow = machineWindow;
        this.opens = new Events(steps);
        this.replies = new Events(steps);
        this.meetings = new Events(steps);
        this.calls = new Events(steps);
        this.engagements = new Events(steps);
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
        } else if (engagement instanceof Engagement.Task task) {
            if ("COMPLETED".equals(task.status())) {
                // It is due at that time; it may have been done before.
                engagements.add(Math.min(at, task.modifiedAt().toEpochMilli()));
            }
        } else {
            engagements.add(at);
            if (engagement instanceof Engagement.Communication) {
                otherActions.add(at);
                strongActions = true;
            }
        }
    }

    private void addEmail(Engagement.Email email, long at) {
        if (email.status() != null && UNSENT.contains(email.status())) {
            return;
        }
        engagements.add(at);
        if (email.direction() == Engagement.Direction.INCOMING) {
            reply(at);
            responses.incoming(at);
            return;
        }
        Engagement.FirstSeen first = email.firstSeen();
        boolean machine = first != null && first.afterDelivery().compareTo(machineWindow) <= 0;
        int machineHere = machine && first != null ? Math.min(first.opens(), email.opens()) : 0;
        int clicks = Math.max(0, email.clicks() - (machine && first != null ? first.clicks() : 0));
        machineOpens += machineHere;
        anyOpens |= email.opens() > 0;
        if (email.opens() > machineHere || clicks > 0) {
            opens.add(at);
        }
        if (clicks > 0) {
            otherActions.add(at);
            strongActions = true;
        }
        responses.outgoing(at, email.replies() > 0);
    }

    /** The roll-up of marketing e-mails, once all engagements are read. */
    void addMarketing(EmailActivity emails) {
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
        if (emails.lastRepliedAt() != null && (emails.replies() > 0 || replies.lastStep() == Long.MIN_VALUE)) {
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
        engagements.add(at);
        boolean inbound = call.direction() == Engagement.Direction.INCOMING;
        boolean reached = call.disposition() == null
                ? "COMPLETED".equals(call.status())
                : isReached(call.disposition(), call.status());
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

    private static boolean isReached(String disposition, @Nullable String status) {
        return disposition.equals(CONNECTED) || (!NOBODY_REACHED.contains(disposition) && "COMPLETED".equals(status));
    }

    /** A meeting without outcome has taken place once its time has come: it was logged by hand. */
    private void addMeeting(Engagement.Meeting meeting, long at) {
        String outcome = meeting.outcome();
        if (outcome == null || !NOT_HELD.contains(outcome)) {
            engagements.add(at);
            meetings.add(at);
            calling.add(at);
            strongActions = true;
        } else if (outcome.equals("NO_SHOW")) {
            noShows++;
        } else if (outcome.equals("SCHEDULED")) {
            plannedMeeting = true;
        }
    }

    private void reply(long at) {
        replies.add(at);
        calling.add(at);
        strongActions = true;
    }

    private boolean isMachine(Instant at, @Nullable Instant sentAt) {
        return sentAt != null
                && !at.isBefore(sentAt)
                && Duration.between(sentAt, at).compareTo(machineWindow) <= 0;
    }

    private static void addOften(Events events, int times, Instant at) {
        for (int i = 0; i < Math.min(times, ENOUGH); i++) {
            events.add(at.toEpochMilli());
        }
    }
}
