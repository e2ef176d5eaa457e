package io.leadscore.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long a lead took to answer: from our last e-mail to its next one. E-mails are given oldest first. */
final class Responses {

    private static final long NONE = Long.MIN_VALUE;

    private final List<Long> delays = new ArrayList<>();
    private final List<Answered> answered = new ArrayList<>();
    private long lastOutgoing = NONE;

    /** An e-mail of ours that HubSpot says was answered so many times, at least once. */
    private record Answered(long at, int times) {}

    void outgoing(long at, int answers) {
        lastOutgoing = at;
        if (answers > 0) {
            answered.add(new Answered(at, answers));
        }
    }

    void incoming(long at) {
        if (lastOutgoing != NONE) {
            delays.add(Math.max(0, at - lastOutgoing));
            lastOutgoing = NONE;
        }
        answered.clear();
    }

    /** A machine answered: one of the answers to our last answered e-mail is no person's. */
    void automatic() {
        if (!answered.isEmpty()) {
            Answered last = answered.remove(answered.size() - 1);
            if (last.times() > 1) {
                answered.add(new Answered(last.at(), last.times() - 1));
            }
        }
    }

    /** Our e-mails that were answered although no later answer is logged, in milliseconds. */
    List<Long> unlogged() {
        return answered.stream().map(Answered::at).toList();
    }

    int pairs() {
        return delays.size();
    }

    /** The median delay in milliseconds; NaN without a pair. */
    double median() {
        if (delays.isEmpty()) {
            return Double.NaN;
        }
        List<Long> sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
