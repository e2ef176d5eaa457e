package io.leadscore.settings;

import io.leadscore.actions.ActionSettings;
import io.leadscore.actions.ChannelSettings;
import io.leadscore.ai.AiSettings;
import io.leadscore.delta.DeltaSettings;
import io.leadscore.delta.ScoringSettings;
import io.leadscore.hubspot.HubSpotSettings;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.LedgerSettings;
import io.leadscore.recalibration.RecalibrationSettings;
import io.leadscore.report.KpiSettings;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All settings, checked: whoever holds one holds no bad value. What only some commands need, such as the token or a
 * job's file, is read when it is asked for. Immutable.
 */
public final class Settings {

    private static final Pattern MODEL_VERSION = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){0,3}(-[A-Za-z0-9]{1,20})?");
    private static final Pattern E_MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9._:/-]{1,80}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern JDBC = Pattern.compile("jdbc:postgresql:.+");
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(1);
    private static final int LAST_PORT = 65_535;

    private final SettingValues values;
    private final HubSpotSection hubSpot;
    private final Path home;
    private final JobFiles jobFiles;
    private final List<String> unknownNames;
    private final Path file;

    private Settings(Whereabouts whereabouts, @Nullable Path applicationFolder) {
        this.values = new SettingValues(whereabouts.written());
        this.hubSpot = new HubSpotSection(values);
        this.home = whereabouts.home();
        this.jobFiles = JobFiles.of(home, applicationFolder);
        this.unknownNames = whereabouts.unknownNames();
        this.file = whereabouts.file();
        checkTheRest();
    }

    /**
     * Reads the environment and {@code .env}; the environment wins.
     *
     * @param workingFolder where {@code .env} is looked for and what relative paths are relative to
     * @param applicationFolder where the jar is; null when unknown
     * @throws SettingsException when a value is wrong
     */
    public static Settings read(Map<String, String> environment, Path workingFolder, @Nullable Path applicationFolder) {
        return new Settings(Whereabouts.find(environment, workingFolder).own(), applicationFolder);
    }

    private void checkTheRest() {
        retrainInterval();
        updateInterval();
        minConfidence();
        modelVersion();
        Secret openAiKey = values.secret(Setting.OPENAI_API_KEY);
        if (openAiKey != null && !KEY.matcher(openAiKey.value()).matches()) {
            throw SettingValues.wrong(Setting.OPENAI_API_KEY, "holds characters that no key has");
        }
        values.url(Setting.OPENAI_BASE_URL);
        values.matching(Setting.OPENAI_MODEL, MODEL, "the name of a model, such as gpt-4.1");
        values.url(Setting.LEAD_SCORE_SLACK_WEBHOOK_URL);
        values.secret(Setting.LEAD_SCORE_ENCRYPTION_KEY);
        values.number(Setting.LEAD_SCORE_SMTP_PORT, 1, LAST_PORT);
        values.matching(Setting.LEAD_SCORE_ADMIN_EMAIL, E_MAIL, "an e-mail address");
        values.matching(Setting.LEAD_SCORE_SMTP_FROM, E_MAIL, "an e-mail address");
        String url = values.text(Setting.LEAD_SCORE_DB_URL);
        if (url != null && !JDBC.matcher(url).matches()) {
            throw SettingValues.wrong(Setting.LEAD_SCORE_DB_URL, "does not begin with jdbc:postgresql:");
        }
    }

    /** The folder of database, keys and logs, absolute if the working folder was. */
    public Path home() {
        return home;
    }

    /** The account that must be meant; null when any is. */
    public @Nullable Long portalId() {
        return hubSpot.portalId();
    }

    /** HubSpot's token; null when it is not set. */
    public @Nullable Secret hubSpotToken() {
        return hubSpot.token();
    }

    /** From one delta run's start to the next. */
    public Duration updateInterval() {
        return values.millis(Setting.LEAD_SCORE_UPDATE_INTERVAL, LEAST_INTERVAL);
    }

    /** From one recalibration to the next. */
    public Duration retrainInterval() {
        return values.millis(Setting.LEAD_SCORE_RETRAIN_INTERVAL, LEAST_INTERVAL);
    }

    /** How sure the AI must be to count, from 0 to 1. */
    public double minConfidence() {
        return values.share(Setting.LEAD_SCORE_MIN_CONFIDENCE);
    }

    /** What {@code ai_model_version} begins with. */
    public String modelVersion() {
        return Objects.requireNonNull(
                values.matching(Setting.LEAD_SCORE_MODEL_VERSION, MODEL_VERSION, "a version such as 1.0"));
    }

    /**
     * How to reach HubSpot, and what to read there for the scoring profile's custom signals.
     *
     * @throws SettingsException when there is no token, or the scoring profile is wrong
     */
    public HubSpotSettings hubSpot() {
        Map<ObjectType, Set<String>> customProperties = new EnumMap<>(ObjectType.class);
        for (CustomSignal signal : scoringProfile().customSignals()) {
            customProperties
                    .computeIfAbsent(signal.objectType(), type -> new TreeSet<>())
                    .add(signal.property());
        }
        return hubSpot.settings(home, customProperties);
    }

    /** Where the ledger is. */
    public LedgerSettings ledger() {
        Secret password = values.secret(Setting.LEAD_SCORE_DB_PASSWORD);
        Secret key = values.secret(Setting.LEAD_SCORE_ENCRYPTION_KEY);
        return new LedgerSettings(
                home,
                values.text(Setting.LEAD_SCORE_DB_URL),
                values.text(Setting.LEAD_SCORE_DB_USER),
                password == null ? null : password.value(),
                key == null ? null : key.value());
    }

    /**
     * What {@code jobs/delta-scoring.yml} says.
     *
     * @throws SettingsException when the file is wrong
     */
    public DeltaSettings delta() {
        return DeltaJobFile.read(jobFiles.find("delta-scoring.yml"), updateInterval());
    }

    /**
     * What {@code jobs/weight-recalibration.yml} says.
     *
     * @throws SettingsException when the file, or the scoring profile, is wrong
     */
    public RecalibrationSettings recalibration() {
        JobFile file = jobFiles.find("weight-recalibration.yml");
        AiSettings ai = ai();
        return new RecalibrationSettings(
                retrainInterval(),
                RecalibrationJobFile.afterFirstSync(file),
                RecalibrationJobFile.options(file),
                RecalibrationJobFile.primaryContact(file),
                modelVersion(),
                scoringProfile(),
                jobFiles.place("scoring-profile.yml"),
                ai.isOn() ? ai.choice() : null);
    }

    /**
     * What {@code jobs/kpi.yml} says.
     *
     * @throws SettingsException when the file is wrong
     */
    public KpiSettings kpi() {
        return KpiFile.read(jobFiles.find("kpi.yml"));
    }

    /**
     * Which AI to ask, and how much, by {@code jobs/ai.yml}; it is off when there is no key.
     *
     * @throws SettingsException when the file is wrong
     */
    public AiSettings ai() {
        return AiFile.read(jobFiles.find("ai.yml"), values);
    }

    /**
     * What {@code jobs/actions.yml} says, and {@code HUBSPOT_HIGH_PRIORITY_WORKFLOW_ID} means.
     *
     * @throws SettingsException when the file is wrong, or tells somebody whom no setting says how to reach
     */
    public ActionSettings actions() {
        return ActionFile.read(jobFiles.find("actions.yml"), hubSpot.highPriorityWorkflow(), channels());
    }

    /**
     * How people outside HubSpot are reached.
     *
     * @throws SettingsException when there is a mail server, and nobody whom its messages are from
     */
    public ChannelSettings channels() {
        String admin = values.text(Setting.LEAD_SCORE_ADMIN_EMAIL);
        return new ChannelSettings(admin, mailServer(admin), values.url(Setting.LEAD_SCORE_SLACK_WEBHOOK_URL));
    }

    private ChannelSettings.@Nullable MailServer mailServer(@Nullable String admin) {
        String host = values.text(Setting.LEAD_SCORE_SMTP_HOST);
        if (host == null) {
            return null;
        }
        String from = values.text(Setting.LEAD_SCORE_SMTP_FROM);
        String sender = from == null ? admin : from;
        if (sender == null) {
            throw SettingValues.wrong(
                    Setting.LEAD_SCORE_SMTP_FROM, "is not set, and neither is " + Setting.LEAD_SCORE_ADMIN_EMAIL);
        }
        Secret password = values.secret(Setting.LEAD_SCORE_SMTP_PASSWORD);
        return new ChannelSettings.MailServer(
                host,
                Objects.requireNonNull(values.number(Setting.LEAD_SCORE_SMTP_PORT, 1, LAST_PORT))
                        .intValue(),
                values.text(Setting.LEAD_SCORE_SMTP_USER),
                password == null ? null : password.value(),
                sender);
    }

    /**
     * What leads are scored by.
     *
     * @throws SettingsException when there is no token, or the scoring profile is wrong
     */
    public ScoringSettings scoring() {
        AiSettings ai = ai();
        return new ScoringSettings(
                portalId(),
                hubSpot.tokenFingerprint(),
                modelVersion(),
                scoringProfile(),
                ai.isOn() ? ai.choice() : null);
    }

    /**
     * Tells token and address of HubSpot from others, without being them.
     *
     * @throws SettingsException when there is no token
     */
    public String tokenFingerprint() {
        return hubSpot.tokenFingerprint();
    }

    /**
     * The scoring profile.
     *
     * @throws SettingsException when the file is wrong
     */
    public ScoringProfile scoringProfile() {
        JobFile file = jobFiles.find("scoring-profile.yml");
        return ScoringProfileFile.parse(file.origin(), file.text());
    }

    /** What works, but lets others see what they should not. */
    public List<Precaution> precautions() {
        return Precaution.of(values, file);
    }

    /** Names in {@code .env} that look like settings but are none, each with its line. */
    public List<String> unknownNames() {
        return unknownNames;
    }
}
