package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.actions.MailReceiver;
import io.leadscore.actions.WebhookReceiver;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.ledger.ActionBook;
import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.TestDatabases;
import io.leadscore.sandbox.RecordType;
import io.leadscore.sandbox.Workflows;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.Thresholds;
import io.leadscore.settings.ScoringProfileFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs whose process the system kills when a call or a message of theirs has just come in, on the command line; what they
 * did is counted where it was done. {@code -Dleadscore.kills=100} plays so many rounds more, each of many kills, some of
 * them at any time.
 */
class KilledProcessFunctionalTests extends DeltaJobFixture {

    private static final int ROUNDS = Integer.getInteger("leadscore.kills", 0);
    private static final int LEADS = 6;
    private static final int WORKFLOW = 4711;
    private static final String TASKS = "POST /crm/objects/*/tasks/batch/create";
    private static final String NOTES = "POST /crm/objects/*/notes/batch/create";
    private static final String ENROL = "POST /automation/v2/*";
    private static final String MAIL = "a mail";
    private static final String WEBHOOK = "a message";
    private static final String ANY_TIME = "any time";
    private static final List<String> FEW = TestDatabases.onServer() ? List.of(WEBHOOK) : List.of(NOTES, MAIL);
    private static final List<String> MANY =
            List.of(SEARCH, UPDATE, TASKS, NOTES, ENROL, MAIL, WEBHOOK, ANY_TIME, ANY_TIME, ANY_TIME, ANY_TIME);

    private static final Deeds ALL = new Deeds(LEADS);
    private static int kills;
    private static int rounds;

    private final MailReceiver mails = new MailReceiver();
    private final WebhookReceiver messages = new WebhookReceiver();
    private ScoringProfile edited = ScoringProfileFile.packaged();

    /** The longest that a process ran so far, in milliseconds. */
    private int lifetime = 1_000;

    static IntStream seeds() {
        return IntStream.rangeClosed(0, ROUNDS);
    }

    @AfterAll
    static void tell() {
        System.out.printf("%d kills in %d rounds: %s%n", kills, rounds, ALL);
    }

    @AfterEach
    void stopReceiving() {
        mails.close();
        messages.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsDoneTwiceAndNothingIsLost(int seed) throws Exception {
        Random random = new Random(seed);
        List<Long> leads = leadsBelowHigh();
        leads.forEach(crm::logEmailReply);
        leadscore().close();

        List<String> moments = new ArrayList<>(seed == 0 ? FEW : MANY);
        if (seed % 2 == 1) {
            Collections.shuffle(moments, random);
        }
        int landed = 0;
        for (String moment : moments) {
            clock.advance(Duration.ofMinutes(2));
            landed += killAt(moment, random) ? 1 : 0;
        }
        assertThat(landed).as("kills").isGreaterThanOrEqualTo(FEW.size());
        kills += landed;
        rounds++;
        sandbox.faults().clear();
        restartWith(edited);
        for (int run = 0; run < 3; run++) {
            clock.advance(Duration.ofMinutes(15));
            run();
        }

        assertDoneOnce();
        Map<Long, Map<String, String>> scores = scores();
        assertThat(scores).hasSize(LEADS);
        assertThat(new HashSet<>(scores.values().stream()
                        .map(score -> score.get("ai_lead_score"))
                        .toList()))
                .as("alike leads have the same score")
                .hasSize(1);
        run();
        assertThat(changedSince(scores)).isEmpty();
    }

    private List<Long> leadsBelowHigh() throws IOException {
        Files.writeString(home.resolve(".env"), """
                LEAD_SCORE_SMTP_HOST=127.0.0.1
                LEAD_SCORE_SMTP_PORT=%d
                LEAD_SCORE_SMTP_FROM=leadscore@example.com
                LEAD_SCORE_SLACK_WEBHOOK_URL=%s
                """.formatted(mails.port(), messages.url()));
        Path jobs = Files.createDirectories(home.resolve("jobs"));
        Files.writeString(jobs.resolve("actions.yml"), """
                time-budget: 60s
                look-after: 10s
                rules:
                  - name: hot
                    when: {entered: high}
                    do:
                      - assign: {by: round-robin}
                      - list: {name: "Call list"}
                      - enrol: {workflow: %d}
                      - task: {due-in: 4h, type: CALL}
                      - note: {}
                      - notify: {email: team@example.com, slack: true}
                """.formatted(WORKFLOW));
        restartWith(ScoringProfileFile.packaged());
        leadscore().door(HubSpot.class).lists().findOrCreate("Call list");
        List<Long> leads = contacts(LEADS);
        run();
        int points = points(leads.get(0));
        Thresholds thresholds = new Thresholds(points + 3, points + 1);
        Files.writeString(
                jobs.resolve("scoring-profile.yml"),
                Files.readString(Path.of("jobs/scoring-profile.yml"))
                        .replaceFirst(
                                "\n  high: 80\n  medium: 50\n",
                                "\n  high: %d\n  medium: %d\n".formatted(thresholds.high(), thresholds.medium())));
        edited = profile(thresholds);
        restartWith(edited);
        run();
        return leads;
    }

    private static ScoringProfile profile(Thresholds thresholds) {
        ScoringProfile packaged = ScoringProfileFile.packaged();
        return new ScoringProfile(
                packaged.weights(),
                thresholds,
                packaged.timeStep(),
                packaged.machineWindow(),
                packaged.idealClient(),
                packaged.signals(),
                packaged.queue(),
                packaged.nextBestAction(),
                packaged.outcome(),
                packaged.customSignals(),
                packaged.aiRules());
    }

    /** Whether it was killed: it runs, and is killed soon after that moment; a run without it comes to its end. */
    private boolean killAt(String moment, Random random) throws Exception {
        Process[] running = new Process[1];
        int delay = random.nextInt(40);
        Runnable kill = () -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delay));
            running[0].destroyForcibly();
        };
        sandbox.faults().clear();
        mails.arrivals().clear();
        messages.arrivals().clear();
        switch (moment) {
            case MAIL -> mails.arrivals().next(kill);
            case WEBHOOK -> messages.arrivals().next(kill);
            case ANY_TIME -> {}
            default -> sandbox.faults().runBefore(moment, 0, kill);
        }
        long began = System.nanoTime();
        running[0] = ForkedCommand.start(home, sandbox, clock.instant(), "run", "delta-scoring");
        if (moment.equals(ANY_TIME) && !running[0].waitFor(random.nextInt(lifetime), TimeUnit.MILLISECONDS)) {
            running[0].destroyForcibly();
        }
        assertThat(running[0].waitFor(5, TimeUnit.MINUTES)).isTrue();
        lifetime = Math.max(lifetime, (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        if (running[0].exitValue() > 128) {
            return true;
        }
        assertThat(running[0].exitValue())
                .as(Files.readString(home.resolve("command.out")))
                .isIn(0, 3);
        return false;
    }

    private void assertDoneOnce() {
        Deeds deeds = new Deeds(LEADS);
        List<ActionCount> counts = leadscore().door(ActionBook.class).counts(portal);
        deeds.count(ActionKind.TASK, Deeds.markers(crm, RecordType.TASKS, "hs_task_body"), counts);
        deeds.count(ActionKind.NOTE, Deeds.markers(crm, RecordType.NOTES, "hs_note_body"), counts);
        deeds.count(
                ActionKind.ENROL,
                sandbox.workflows().enrolments().stream()
                        .map(Workflows.Enrolment::email)
                        .toList(),
                counts);
        deeds.count(
                ActionKind.LIST,
                sandbox.lists().members("Call list").stream()
                        .map(String::valueOf)
                        .toList(),
                counts);
        deeds.count(
                ActionKind.MAIL,
                mails.mails().stream().map(mail -> Deeds.marker(mail.text())).toList(),
                counts);
        deeds.count(ActionKind.WEBHOOK, Deeds.leads(messages.bodies()), counts);
        ALL.add(deeds);
        assertThat(deeds.allIsWell())
                .as("%s %s %s", deeds, counts, sandbox.traffic().perCall())
                .isTrue();
    }
}
