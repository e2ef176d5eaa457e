package io.leadscore.delta;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.HubSpotException;
import io.leadscore.hubspot.PropertyHistories;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.FilledProperties;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.CustomSignal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Asks since when closed deals, their contacts and companies have had their declared properties, so that the weekly job sees
 * none before it was filled in. A few calls a run until all of them are known; trouble with it is told in the run's report
 * and ends no run. A dry run asks nothing.
 */
final class HistoriesTasklet implements Tasklet {

    /** When nothing was left to ask for, and for which properties, in the account's state. */
    private static final String COMPLETE = "delta-scoring.histories-complete";

    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private static final List<ObjectType> TYPES = List.of(ObjectType.DEALS, ObjectType.CONTACTS, ObjectType.COMPANIES);

    private final HubSpot hubSpot;
    private final FilledProperties filledProperties;
    private final AccountState accountState;
    private final Map<ObjectType, TreeSet<String>> declared;
    private final int calls;
    private final CleanStop cleanStop;
    private final RunTally tally;
    private final InstantSource clock;

    /** @param calls the most that a run makes */
    HistoriesTasklet(
            HubSpot hubSpot,
            FilledProperties filledProperties,
            AccountState accountState,
            List<CustomSignal> signals,
            int calls,
            CleanStop cleanStop,
            RunTally tally,
            InstantSource clock) {
        this.hubSpot = hubSpot;
        this.filledProperties = filledProperties;
        this.accountState = accountState;
        this.declared = signals.stream()
                .collect(Collectors.groupingBy(
                        CustomSignal::objectType,
                        TreeMap::new,
                        Collectors.mapping(CustomSignal::property, Collectors.toCollection(TreeSet::new))));
        this.calls = calls;
        this.cleanStop = cleanStop;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobExecution());
        if (!run.dryRun() && calls > 0 && !declared.isEmpty() && !isComplete(run.portalId())) {
            try {
                ask(run.portalId());
            } catch (HubSpotException trouble) {
                tally.note("property histories", trouble.getMessage() + " " + trouble.advice());
            }
        }
        return RepeatStatus.FINISHED;
    }

    private boolean isComplete(long portalId) {
        Instant at = accountState.changedAt(portalId, COMPLETE);
        Instant now = clock.instant();
        return at != null
                && !at.isAfter(now)
                && at.plus(LOOK_AGAIN).isAfter(now)
                && declared.toString().equals(accountState.get(portalId, COMPLETE));
    }

    /** What is due is looked for once a type and run: that takes longer than to ask for it. */
    private void ask(long portalId) {
        int left = calls;
        for (ObjectType type : TYPES) {
            TreeSet<String> properties = declared.getOrDefault(type, new TreeSet<>());
            int most = left * PropertyHistories.RECORDS_A_CALL;
            List<Long> due =
                    properties.isEmpty() ? List.of() : filledProperties.due(portalId, type, properties, most + 1);
            for (int from = 0; from < Math.min(most, due.size()); from += PropertyHistories.RECORDS_A_CALL) {
                if (cleanStop.isStopping()) {
                    return;
                }
                int until = Math.min(due.size(), from + PropertyHistories.RECORDS_A_CALL);
                ask(portalId, type, properties, due.subList(from, until));
                left--;
            }
            if (due.size() > most) {
                return;
            }
        }
        accountState.put(portalId, COMPLETE, declared.toString(), clock.instant());
    }

    private void ask(long portalId, ObjectType type, Set<String> properties, List<Long> ids) {
        filledProperties.note(
                portalId,
                type,
                properties,
                ids,
                hubSpot.propertyHistories().firstFilled(type, List.copyOf(properties), ids));
        tally.add("property histories read", ids.size());
    }
}
