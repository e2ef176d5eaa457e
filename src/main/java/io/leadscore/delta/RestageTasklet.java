package io.leadscore.delta;

import io.leadscore.hubspot.DealStage;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.Cause;
import io.leadscore.ledger.Change;
import io.leadscore.ledger.Links;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.Touches;
import io.leadscore.ledger.Upserted;
import io.leadscore.report.RunTally;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * After deals are pulled: where the account's stages are others than those by which the mirror's deals were read, as when
 * a stage that was won was made an open one, deals that did not change themselves are read anew, from the mirror alone.
 * Safe to repeat.
 */
final class RestageTasklet implements Tasklet {

    /** The stages by which every mirrored deal was read. */
    private static final String APPLIED = "delta-scoring.deal-stages-applied";

    private static final int PORTION = 1_000;

    private final AccountState accountState;
    private final Mirror mirror;
    private final Links links;
    private final Touches touches;
    private final InstantSource clock;
    private final RunTally tally;

    RestageTasklet(
            AccountState accountState,
            Mirror mirror,
            Links links,
            Touches touches,
            InstantSource clock,
            RunTally tally) {
        this.accountState = accountState;
        this.mirror = mirror;
        this.links = links;
        this.touches = touches;
        this.clock = clock;
        this.tally = tally;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        long portalId = RunParameters.of(contribution.getStepExecution().getJobExecution())
                .portalId();
        String kept = LedgerDealStages.kept(accountState, portalId);
        if (kept != null && !kept.equals(accountState.get(portalId, APPLIED))) {
            Map<String, DealStage> stages = LedgerDealStages.parse(kept);
            List<DealFacts> misread = new ArrayList<>(PORTION);
            mirror.forEachDeal(portalId, deal -> {
                DealFacts read = readBy(stages, deal);
                if (read != null) {
                    misread.add(read);
                }
                if (misread.size() == PORTION) {
                    correct(portalId, misread);
                    misread.clear();
                }
            });
            correct(portalId, misread);
            accountState.put(portalId, APPLIED, kept, clock.instant());
        }
        return RepeatStatus.FINISHED;
    }

    /** The deal as these stages mean it; null when it is known so already. */
    private static @Nullable DealFacts readBy(Map<String, DealStage> stages, DealFacts deal) {
        DealStage stage = deal.stage() == null ? null : stages.get(deal.stage());
        if (stage == null) {
            return null;
        }
        Double known = deal.stageProbability();
        boolean same = deal.outcome() == stage.outcome() && known != null && known == stage.probability();
        return same ? null : deal.meaning(stage.outcome(), stage.probability());
    }

    private void correct(long portalId, List<DealFacts> misread) {
        List<Long> corrected = mirror.upsert(portalId, misread).stream()
                .filter(row -> row.change() != Change.SAME)
                .map(Upserted::facts)
                .map(facts -> facts.id())
                .toList();
        touches.touchScored(portalId, links.contactsOf(portalId, ObjectType.DEALS, corrected), Cause.DEAL);
        tally.add("deals read anew by their stage", corrected.size());
    }
}
