package io.leadscore.delta;

import io.leadscore.hubspot.BatchResult;
import io.leadscore.hubspot.ContactUpdate;
import io.leadscore.report.RunTally;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Pushes what differs to HubSpot, then records it in the ledger and clears the touches in one transaction. HubSpot is
 * told first: after a crash in between the same values are pushed again, which changes nothing. A dry run pushes
 * nothing and leaves every lead touched.
 */
final class ScoreWriter implements ItemWriter<ScoredLead> {

    private final boolean dryRun;
    private final ScorePusher pusher;
    private final ScoreRecorder recorder;
    private final RunTally tally;

    ScoreWriter(boolean dryRun, ScorePusher pusher, ScoreRecorder recorder, RunTally tally) {
        this.dryRun = dryRun;
        this.pusher = pusher;
        this.recorder = recorder;
        this.tally = tally;
    }

    @Override
    public void write(Chunk<? extends ScoredLead> chunk) {
        List<ScoredLead> leads = new ArrayList<>(chunk.getItems());
        List<ContactUpdate> updates = leads.stream()
                .filter(lead -> !lead.differing().isEmpty())
                .map(lead -> new ContactUpdate(lead.contactId(), lead.differing()))
                .toList();
        long scored = leads.stream().filter(lead -> lead.score() != null).count();
        if (dryRun) {
            tally.add("leads that would be written", updates.size());
        } else {
            List<BatchResult> results = pusher.push(updates);
            recorder.record(leads, PushResult.of(results));
            tally.add("leads unchanged", scored - updates.size());
        }
        tally.add("leads scored", scored);
        tally.progress(DeltaJobConfiguration.SCORE, tally.count("leads scored"), tally.count("leads touched"));
    }
}
