package io.leadscore.delta;

import io.leadscore.hubspot.RejectedUpdate;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.Cause;
import io.leadscore.ledger.LinkQueue;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.RejectedLead;
import io.leadscore.ledger.Rejections;
import io.leadscore.ledger.ScoreEntry;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.ShadowScores;
import io.leadscore.ledger.Touches;
import io.leadscore.ledger.WrittenScore;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.Score;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Remembers what was scored and what HubSpot made of it, and clears the touches; in the caller's transaction. */
final class ScoreRecorder {

    private final long portalId;
    private final long executionId;
    private final Duration quarantine;
    private final String writtenBy;
    private final Scores scores;
    private final ShadowScores shadowScores;
    private final Mirror mirror;
    private final Touches touches;
    private final ActionTriggers triggers;
    private final LinkQueue linkQueue;
    private final Rejections rejections;
    private final RunTally tally;
    private final InstantSource clock;

    ScoreRecorder(
            long portalId,
            long executionId,
            Duration quarantine,
            String writtenBy,
            Scores scores,
            ShadowScores shadowScores,
            Mirror mirror,
            Touches touches,
            ActionTriggers triggers,
            LinkQueue linkQueue,
            Rejections rejections,
            RunTally tally,
            InstantSource clock) {
        this.portalId = portalId;
        this.executionId = executionId;
        this.quarantine = quarantine;
        this.writtenBy = writtenBy;
        this.scores = scores;
        this.shadowScores = shadowScores;
        this.mirror = mirror;
        this.touches = touches;
        this.triggers = triggers;
        this.linkQueue = linkQueue;
        this.rejections = rejections;
        this.tally = tally;
        this.clock = clock;
    }

    void record(List<ScoredLead> leads, PushResult pushed) {
        Instant now = clock.instant();
        List<ScoreEntry> entries = new ArrayList<>();
        List<ScoredLead> taken = new ArrayList<>();
        for (ScoredLead lead : leads) {
            Score score = lead.score();
            if (score == null
                    || pushed.gone().contains(lead.contactId())
                    || pushed.merged().containsKey(lead.contactId())) {
                continue;
            }
            entries.add(entry(lead, score, pushed, now));
            if (!pushed.rejected().containsKey(lead.contactId())) {
                taken.add(lead);
            }
        }
        scores.record(portalId, executionId, entries);
        triggers.record(taken);
        shadowScores.record(portalId, pairs(leads), now);
        recordLeavers(pushed, now);
        rejections.record(
                portalId,
                executionId,
                pushed.rejected().values().stream().map(ScoreRecorder::rejected).toList(),
                writtenBy,
                now);
        rejections.clear(portalId, pushed.updated().keySet());
        touches.clear(portalId, leads.stream().map(ScoredLead::touched).toList());
        tally.add("leads written", pushed.updated().size());
        tally.add("leads rejected", pushed.rejected().size());
    }

    private static List<ShadowScores.Pair> pairs(List<ScoredLead> leads) {
        List<ShadowScores.Pair> pairs = new ArrayList<>();
        for (ScoredLead lead : leads) {
            if (lead.score() != null && lead.shadow() != null) {
                pairs.add(new ShadowScores.Pair(lead.score(), lead.shadow()));
            }
        }
        return pairs;
    }

    private ScoreEntry entry(ScoredLead lead, Score score, PushResult pushed, Instant now) {
        WrittenScore before = lead.written();
        Map<String, String> held = before == null ? Map.of() : before.properties();
        Instant hubspotUpdatedAt = before == null ? null : before.hubspotUpdatedAt();
        Score recorded = score;
        if (pushed.updated().containsKey(lead.contactId())) {
            held = lead.properties();
            hubspotUpdatedAt = pushed.updated().get(lead.contactId());
        } else if (pushed.rejected().containsKey(lead.contactId())) {
            recorded = score.dueBy(now.plus(quarantine));
        }
        return new ScoreEntry(
                recorded,
                lead.touched().causes(),
                ScoreProperties.scoredAt(score, before),
                held,
                hubspotUpdatedAt,
                takenBack(lead));
    }

    private static int takenBack(ScoredLead lead) {
        WrittenScore before = lead.written();
        if (before == null
                || !ScoreProperties.differing(lead.properties(), before).isEmpty()) {
            return 0;
        }
        return lead.touched().causes().contains(Cause.OVERWRITTEN)
                ? Math.min(WrittenScore.OFTEN, before.takenBack() + 1)
                : before.takenBack();
    }

    private void recordLeavers(PushResult pushed, Instant now) {
        mirror.markGone(portalId, pushed.gone(), now);
        pushed.merged().forEach((old, survivor) -> {
            mirror.markMerged(portalId, old, survivor, now);
            touches.touch(portalId, List.of(survivor), Cause.MERGED);
            linkQueue.add(portalId, ObjectType.CONTACTS, List.of(survivor));
        });
        tally.add("contacts gone", pushed.gone().size());
        tally.add("contacts merged", pushed.merged().size());
    }

    private static RejectedLead rejected(RejectedUpdate row) {
        return new RejectedLead(row.id(), row.code(), row.properties(), row.advice());
    }
}
