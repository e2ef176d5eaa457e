package io.leadscore.delta;

import io.leadscore.ai.AiSettings;
import io.leadscore.hubspot.ApiVersions;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.ScoreProperty;
import io.leadscore.ledger.Scores;
import io.leadscore.sandbox.Crm;
import io.leadscore.sandbox.CrmObject;
import io.leadscore.sandbox.RecordType;
import io.leadscore.sandbox.Sandbox;
import io.leadscore.sandbox.SandboxOptions;
import io.leadscore.scoring.Contribution;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.settings.ScoringProfileFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty sandbox, an empty ledger, and the few things that the situations are made of. */
abstract class DeltaJobFixture {

    static final String SEARCH = "POST /crm/objects/*/search";
    static final String UPDATE = "POST /crm/objects/*/contacts/batch/update";

    @TempDir
    Path home;

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T10:00:00Z"));
    final long portal = SandboxOptions.empty(clock).portalId();
    Sandbox sandbox = Sandbox.start(SandboxOptions.empty(clock));
    Crm crm = sandbox.crm();
    private @Nullable LeadscoreProcess process;

    @BeforeEach
    void setUp() {
        leadscore().door(HubSpot.class).setUp(false);
    }

    @AfterEach
    void tearDown() {
        leadscore().close();
        sandbox.close();
    }

    LeadscoreProcess leadscore() {
        if (process == null) {
            process = LeadscoreProcess.start(home, sandbox, clock);
        }
        return process;
    }

    /** The same process again, with an edited scoring profile. */
    void restartWith(ScoringProfile profile) {
        leadscore().close();
        process = LeadscoreProcess.start(home, sandbox, clock, profile);
    }

    /** The same process again, with an AI. */
    void restartWith(AiSettings ai) {
        leadscore().close();
        process = LeadscoreProcess.start(home, sandbox, clock, ScoringProfileFile.packaged(), ai);
    }

    /** The same process again, by another clock. */
    void restartBy(InstantSource otherClock) {
        leadscore().close();
        process = LeadscoreProcess.start(home, sandbox, otherClock);
    }

    /** The same process again, with other settings. */
    void restartWith(ApiVersions versions, WhenOverwritten whenOverwritten) {
        leadscore().close();
        process = LeadscoreProcess.start(
                home,
                sandbox,
                clock,
                ScoringProfileFile.packaged(),
                LeadscoreProcess.noAi(),
                versions,
                LeadscoreProcess.settings(whenOverwritten));
    }

    /** Another process in the place of the one that was closed. */
    void restart(LeadscoreProcess other) {
        process = other;
    }

    /** A process that knows nothing yet of the same account. */
    void restartAfresh() {
        leadscore().close();
        process = LeadscoreProcess.start(home.resolve("afresh"), sandbox, clock);
    }

    /** A run, a second after whatever was before. */
    RunOutcome run() {
        clock.advance(Duration.ofSeconds(1));
        return leadscore().run();
    }

    /** Another account, or the same one with other manners. */
    void restartSandbox(UnaryOperator<SandboxOptions> options) {
        if (process != null) {
            process.close();
            process = null;
        }
        sandbox.close();
        sandbox = Sandbox.start(options.apply(SandboxOptions.empty(clock)));
        crm = sandbox.crm();
    }

    long contact() {
        return contacts(1).get(0);
    }

    /** Contacts that are alike, created now. */
    List<Long> contacts(int count) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(crm.create(
                    RecordType.CONTACTS,
                    Map.of("firstname", "Ada" + i, "email", "ada" + i + "@example.com", "lifecyclestage", "lead")));
        }
        return ids;
    }

    long company(Map<String, String> properties, List<Long> contacts) {
        long company = crm.create(RecordType.COMPANIES, properties);
        contacts.forEach(contact -> crm.associatePrimary(RecordType.CONTACTS, contact, RecordType.COMPANIES, company));
        return company;
    }

    long deal(long contact) {
        long deal = crm.create(
                RecordType.DEALS,
                Map.of(
                        "dealname",
                        "Ada's deal",
                        "amount",
                        "1000",
                        "pipeline",
                        "default",
                        "dealstage",
                        "qualifiedtobuy"));
        crm.associate(RecordType.DEALS, deal, RecordType.CONTACTS, contact);
        return deal;
    }

    /** The score properties that a contact has. */
    Map<String, String> scoreOf(long contact) {
        CrmObject object = crm.get(RecordType.CONTACTS, contact);
        Map<String, String> values = new HashMap<>();
        for (String name : ScoreProperty.names()) {
            String value = object.property(name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    int points(long contact) {
        return Integer.parseInt(
                Objects.requireNonNull(crm.get(RecordType.CONTACTS, contact).property("ai_lead_score")));
    }

    /** Why a signal is worth what it is to a contact. */
    String sentence(long contact, String signal) {
        return contribution(contact, signal).sentence();
    }

    /** What a signal gave a contact, in hundredths of a point. */
    int hundredths(long contact, String signal) {
        return contribution(contact, signal).hundredths();
    }

    private Contribution contribution(long contact, String signal) {
        return Objects.requireNonNull(leadscore().door(Scores.class).find(portal, contact))
                .score()
                .explanation()
                .contributions()
                .stream()
                .filter(one -> one.signal().equals(signal))
                .findFirst()
                .orElseThrow();
    }

    /** The score properties of every live contact that has any. */
    Map<Long, Map<String, String>> scores() {
        Map<Long, Map<String, String>> scores = new TreeMap<>();
        crm.ids(RecordType.CONTACTS).forEach(id -> {
            Map<String, String> score = scoreOf(id);
            if (!score.isEmpty()) {
                scores.put(id, score);
            }
        });
        return scores;
    }

    List<Long> changedSince(Map<Long, Map<String, String>> before) {
        return scores().entrySet().stream()
                .filter(score -> !score.getValue().equals(before.get(score.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
