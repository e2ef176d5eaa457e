package io.leadscore.delta;

import io.leadscore.actions.ActionConfiguration;
import io.leadscore.actions.ActionSettings;
import io.leadscore.actions.ChannelSettings;
import io.leadscore.ai.AiConfiguration;
import io.leadscore.ai.AiMoney;
import io.leadscore.ai.AiRequests;
import io.leadscore.ai.AiSettings;
import io.leadscore.ai.EmbeddingModel;
import io.leadscore.hubspot.ApiVersions;
import io.leadscore.hubspot.HubSpotConfiguration;
import io.leadscore.hubspot.HubSpotSettings;
import io.leadscore.hubspot.ShortBackOffs;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.ledger.LedgerDatabase;
import io.leadscore.ledger.LedgerSettings;
import io.leadscore.ledger.Role;
import io.leadscore.ledger.TestDatabases;
import io.leadscore.report.KpiConfiguration;
import io.leadscore.report.KpiSettings;
import io.leadscore.report.Progress;
import io.leadscore.report.ReportConfiguration;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.settings.ScoringProfileFile;
import io.leadscore.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A Leadscore process beside a sandbox: the real rooms on a real database. */
final class LeadscoreProcess implements AutoCloseable {

    private final AnnotationConfigApplicationContext context;

    private LeadscoreProcess(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    static LeadscoreProcess start(Path home, Sandbox sandbox, InstantSource clock) {
        return start(home, sandbox, clock, ScoringProfileFile.packaged());
    }

    static LeadscoreProcess start(Path home, Sandbox sandbox, InstantSource clock, ScoringProfile profile) {
        return start(home, sandbox, clock, profile, noAi());
    }

    /** Without a key. */
    static AiSettings noAi() {
        return new AiSettings(
                null,
                AiSettings.DEFAULT_BASE_URL,
                AiSettings.choice(AiSettings.DEFAULT_MODEL, EmbeddingModel.DEFAULT, 0.7),
                AiSettings.DEFAULT_TIME_BUDGET,
                AiRequests.DEFAULT,
                AiMoney.DEFAULT);
    }

    static LeadscoreProcess start(
            Path home, Sandbox sandbox, InstantSource clock, ScoringProfile profile, AiSettings ai) {
        return start(
                home,
                sandbox,
                clock,
                profile,
                ai,
                ApiVersions.all(ApiVersions.CURRENT),
                settings(WhenOverwritten.LEAVE));
    }

    static DeltaSettings settings(WhenOverwritten whenOverwritten) {
        return settings(
                whenOverwritten, DeltaSettings.defaults(Duration.ofMinutes(5)).historyCalls());
    }

    static DeltaSettings settings(WhenOverwritten whenOverwritten, int historyCalls) {
        DeltaSettings usual = DeltaSettings.defaults(Duration.ofMinutes(5));
        return new DeltaSettings(
                usual.updateInterval(),
                usual.overlap(),
                usual.auditEvery(),
                usual.auditWindow(),
                usual.quietSearch(),
                usual.checkEvery(),
                usual.resumeWithin(),
                usual.quarantine(),
                usual.pullChunk(),
                usual.scoreChunk(),
                usual.writers(),
                usual.listAbove(),
                whenOverwritten,
                historyCalls);
    }

    static LeadscoreProcess start(
            Path home,
            Sandbox sandbox,
            InstantSource clock,
            ScoringProfile profile,
            AiSettings ai,
            ApiVersions versions,
            DeltaSettings delta) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(InstantSource.class, () -> clock);
        ShortBackOffs.in(context);
        context.registerBean(
                HubSpotSettings.class,
                () -> new HubSpotSettings(
                        sandbox.baseUrl(),
                        sandbox.token(),
                        versions,
                        4_096,
                        256,
                        null,
                        Duration.ofSeconds(5),
                        customProperties(profile)));
        context.registerBean(LedgerSettings.class, () -> TestDatabases.of(home));
        context.registerBean(LedgerDatabase.class, () -> LedgerDatabase.open(TestDatabases.of(home), Role.RUN));
        context.registerBean(DeltaSettings.class, () -> delta);
        context.registerBean(
                ScoringSettings.class,
                () -> new ScoringSettings(null, "test-token", "1.0", profile, ai.isOn() ? ai.choice() : null));
        context.registerBean(AiSettings.class, () -> ai);
        // jobs/actions.yml and jobs/kpi.yml in the home folder, or as they come.
        Settings settings = Settings.read(Map.of("LEAD_SCORE_HOME", home.toString()), home, null);
        context.registerBean(ActionSettings.class, settings::actions);
        context.registerBean(ChannelSettings.class, settings::channels);
        context.registerBean(KpiSettings.class, settings::kpi);
        context.register(
                LedgerConfiguration.class,
                HubSpotConfiguration.class,
                AiConfiguration.class,
                ActionConfiguration.class,
                KpiConfiguration.class,
                ReportConfiguration.class,
                DeltaConfiguration.class);
        context.refresh();
        return new LeadscoreProcess(context);
    }

    private static Map<ObjectType, Set<String>> customProperties(ScoringProfile profile) {
        Map<ObjectType, Set<String>> properties = new EnumMap<>(ObjectType.class);
        for (CustomSignal signal : profile.customSignals()) {
            properties
                    .computeIfAbsent(signal.objectType(), type -> new HashSet<>())
                    .add(signal.property());
        }
        return properties;
    }

    RunOutcome run() {
        return door(DeltaScoring.class).run(RunRequest.unattended());
    }

    RunOutcome dryRun() {
        return door(DeltaScoring.class).run(new RunRequest(true, Progress.SILENT));
    }

    <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
