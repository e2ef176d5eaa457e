package io.leadscore.delta;

import io.leadscore.hubspot.DealStage;
import io.leadscore.hubspot.DealStages;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.Mirror;
import io.leadscore.report.RunTally;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the account's deal stages in the ledger, so that an idle cycle costs no call for them. Once in a while it
 * forgets them, and they are read from HubSpot again. Thread-safe.
 */
final class LedgerDealStages implements DealStages {

    private static final Logger log = LoggerFactory.getLogger(LedgerDealStages.class);
    private static final String STATE = "hubspot.deal-stages";
    private static final String FIELD = "\t";

    private final AccountState accountState;
    private final String tokenFingerprint;
    private final InstantSource clock;
    private final Duration keepFor;
    private final Mirror mirror;
    private final RunTally tally;

    LedgerDealStages(
            AccountState accountState,
            String tokenFingerprint,
            InstantSource clock,
            Duration keepFor,
            Mirror mirror,
            RunTally tally) {
        this.accountState = accountState;
        this.tokenFingerprint = tokenFingerprint;
        this.clock = clock;
        this.keepFor = keepFor;
        this.mirror = mirror;
        this.tally = tally;
    }

    @Override
    public Map<String, DealStage> known(Instant since) {
        Long portalId = accountState.portalOf(tokenFingerprint);
        if (portalId == null) {
            return Map.of();
        }
        Instant learntAt = accountState.changedAt(portalId, STATE);
        boolean fresh = learntAt != null
                && learntAt.isAfter(since)
                && learntAt.plus(keepFor).isAfter(clock.instant());
        return fresh ? parse(accountState.get(portalId, STATE)) : Map.of();
    }

    @Override
    public Map<String, DealStage> kept() {
        Long portalId = accountState.portalOf(tokenFingerprint);
        return portalId == null ? Map.of() : parse(kept(accountState, portalId));
    }

    @Override
    public Set<String> inUse() {
        Long portalId = accountState.portalOf(tokenFingerprint);
        return portalId == null ? Set.of() : mirror.dealStages(portalId);
    }

    @Override
    public void doubt(Set<String> stageIds) {
        String sentence = "HubSpot shows the deal stages " + String.join(", ", stageIds)
                + " no more, though deals are in them; they count as before. Look at the pipelines in HubSpot's settings.";
        log.warn(sentence);
        tally.note("deal stages", sentence);
    }

    @Override
    public void learnt(Map<String, DealStage> stages, Instant at) {
        Long portalId = accountState.portalOf(tokenFingerprint);
        if (portalId != null) {
            accountState.put(portalId, STATE, format(stages), at);
        }
    }

    /** What HubSpot said last, however long ago, as it is kept; null when it never said anything. */
    static @Nullable String kept(AccountState accountState, long portalId) {
        return accountState.get(portalId, STATE);
    }

    private static String format(Map<String, DealStage> stages) {
        StringBuilder text = new StringBuilder();
        stages.values().forEach(stage -> text.append(stage.id())
                .append(FIELD)
                .append(stage.pipelineId())
                .append(FIELD)
                .append(stage.closed())
                .append(FIELD)
                .append(stage.probability())
                .append('\n'));
        return text.toString();
    }

    static Map<String, DealStage> parse(@Nullable String text) {
        Map<String, DealStage> stages = new LinkedHashMap<>();
        if (text != null) {
            text.lines()
                    .map(line -> line.split(FIELD, -1))
                    .forEach(fields -> stages.put(
                            fields[0],
                            new DealStage(
                                    fields[0],
                                    fields[1],
                                    Boolean.parseBoolean(fields[2]),
                                    Double.parseDouble(fields[3]))));
        }
        return stages;
    }
}
