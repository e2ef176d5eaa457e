package io.leadscore.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadscore.actions.Absence;
import io.leadscore.actions.ActionRule;
import io.leadscore.actions.ActionSettings;
import io.leadscore.actions.Assignee;
import io.leadscore.actions.ChannelSettings;
import io.leadscore.actions.CompanySizes;
import io.leadscore.actions.Conditions;
import io.leadscore.actions.Notifying;
import io.leadscore.actions.Step;
import io.leadscore.actions.WorkingHours;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionFileTests {

    private static final ChannelSettings CHANNELS = new ChannelSettings(
            null,
            new ChannelSettings.MailServer("smtp.example.com", 587, "user", "hidden", "leadscore@example.com"),
            URI.create("https://hooks.example.com/hidden"));

    private static final String EVERYTHING = """
            margin: 7
            enter-margin: 1
            mass-share: 2.5
            bulk-above: 100
            capacity:
              high-per-owner-and-day: 10
            working-hours:
              time-zone: Europe/Berlin
              days: [mon, sat]
              from: "08:30"
              to: 16:00
            time-budget: 60s
            look-after: 90s
            owners:
              - id: 41
                weight: 2
                territories: [DE, "NO", CA]
                sizes: [51-200, 5001+]
                absent: [{from: 2026-12-21, to: 2027-01-03}]
              - {id: 42}
            notify:
              record-link-base: https://app-eu1.hubspot.com
              # before work
              digest-at: 7:30
            rules:
              - name: new high lead
                when: {entered: high, owner: missing, holdout: included}
                cool-down: 3d
                do:
                  - assign: {by: territory}
                  - task: {due-in: 8h, type: todo}
                  - task: {}
                  - note: {}
                  - list: {name: "Call list"}
                  - enrol: {workflow: 123}
                  - notify: {email: owner, slack: true}
                  - notify: {email: sales@example.com, digest: true}
              - name: lists
                when: {entered: any}
                do:
                  - nurture: {high: "Hot leads", low: "Cold leads"}
              - name: close
                when: {entered: [high, medium], left: low, next-best-action: Close}
                do: [note: {}]
            """;

    @Test
    void shippedFileSetsNothingOff() {
        JobFile shipped = JobFiles.of(Path.of("no-such-folder"), null).find("actions.yml");

        ActionSettings settings = ActionFile.read(shipped, null, ChannelSettings.NONE);

        assertThat(settings.rules()).isEmpty();
        assertThat(settings.owners()).isEmpty();
        // HubSpot may still be at work 100 s after it stopped answering.
        assertThat(settings.lookAfter()).isGreaterThan(Duration.ofSeconds(100));
    }

    @Test
    void examplesOfTheShippedFileAreRight() throws IOException {
        String shipped = Files.readString(Path.of("jobs/actions.yml"));
        String examples = Pattern.compile("(?m)^# (owners:|  .*|rules:)$")
                .matcher(shipped)
                .results()
                .map(found -> found.group(1))
                .filter(line -> !line.matches(" {2}(entered|left|next-best-action|owner|holdout): .*"))
                .filter(line -> !line.matches(" {34,}.*")
                        && !line.matches(" {2}- (assign|task|note|nurture|list|enrol|notify):.*"))
                .reduce("", (text, line) -> text + line + "\n");

        ActionSettings settings = read(examples);

        assertThat(settings.owners()).hasSize(3);
        assertThat(settings.rules())
                .extracting(ActionRule::name)
                .containsExactly("new high lead", "lists", "time to close", "cooled off");
    }

    @Test
    void readsEverything() {
        ActionSettings settings = read(EVERYTHING);

        assertThat(settings)
                .isEqualTo(new ActionSettings(
                        7,
                        1,
                        2.5,
                        100,
                        10,
                        new WorkingHours(
                                ZoneId.of("Europe/Berlin"),
                                EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                                LocalTime.of(8, 30),
                                LocalTime.of(16, 0)),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(90),
                        List.of(
                                new Assignee(
                                        41,
                                        2,
                                        List.of("DE", "NO", "CA"),
                                        List.of(new CompanySizes(51, 200), new CompanySizes(5_001, Long.MAX_VALUE)),
                                        List.of(new Absence(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 3)))),
                                new Assignee(42, 1, List.of(), List.of(), List.of())),
                        new Notifying(URI.create("https://app-eu1.hubspot.com"), LocalTime.of(7, 30)),
                        List.of(
                                new ActionRule(
                                        "new high lead",
                                        new Conditions(Set.of(Priority.HIGH), Set.of(), null, false, true),
                                        Duration.ofDays(3),
                                        List.of(
                                                new Step.Assign(Step.Policy.TERRITORY),
                                                new Step.Task(Duration.ofHours(8), Step.TaskType.TODO),
                                                new Step.Task(Duration.ofHours(4), Step.TaskType.CALL),
                                                new Step.Note(),
                                                new Step.Listed("Call list"),
                                                new Step.Enrol(123),
                                                new Step.Mail(null, false),
                                                new Step.Webhook(false),
                                                new Step.Mail("sales@example.com", true))),
                                new ActionRule(
                                        "lists",
                                        new Conditions(EnumSet.allOf(Priority.class), Set.of(), null, null, false),
                                        Duration.ofDays(7),
                                        List.of(new Step.Nurture(
                                                Map.of(Priority.HIGH, "Hot leads", Priority.LOW, "Cold leads")))),
                                new ActionRule(
                                        "close",
                                        new Conditions(
                                                Set.of(Priority.HIGH, Priority.MEDIUM),
                                                Set.of(Priority.LOW),
                                                NextBestAction.CLOSE,
                                                null,
                                                false),
                                        Duration.ofDays(7),
                                        List.of(new Step.Note())))));
    }

    @Test
    void theWorkflowSettingIsARule() {
        ActionSettings settings = ActionFile.read(new JobFile("actions.yml", EVERYTHING), 4711L, CHANNELS);

        assertThat(settings.rules().get(0)).isEqualTo(ActionRule.enrolling(4711));
        assertThat(settings.rules().get(0).steps()).isEqualTo(List.of(new Step.Enrol(4711)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "margin: 7 | margin: 99 | line 1: margin must be between 0 and 50, not 99.",
                "margin: 7 | margin: seven | line 1: margin is missing or not of the right type.",
                "margin: 7 | margen: 7 | line 1: margen is not a known key; is margin meant?",
                "bulk-above: 100 | bulk-above: -1 | line 4: bulk-above must be between 0 and 1000000, not -1.",
                "time-zone: Europe/Berlin | time-zone: CET+1 | line 8: working-hours.time-zone must be a time zone such as Europe/Berlin, not 'CET+1'.",
                "[mon, sat] | [mon, someday] | line 9: working-hours.days must be mon, tue, wed, thu, fri, sat, sun, not 'someday'.",
                "to: 16:00 | to: 8:00 | line 11: working-hours says what cannot be: to must be later than from on the same day.",
                "from: \"08:30\" | from: early | line 10: working-hours.from must be a time such as \"09:00\", not 'early'.",
                "time-budget: 60s | time-budget: 1s | line 12: time-budget must be between 10s and 3600s, not 1s.",
                "[DE, | [US-CA, | line 17: owners[0].territories must be countries such as DE: states are not mirrored yet.",
                "  - {id: 42} |   - | line 20: owners[1] must not be empty.",
                "look-after: 90s | look-after: soon | line 13: look-after must be a duration such as 10s, 24h or 30d.",
                "weight: 2 | weight: 0 | line 16: owners[0] says what cannot be: weight must be above 0 and at most 1000, not 0.0.",
                "[DE, | [XX, | line 17: owners[0] says what cannot be: territories must be such as DE or US-CA, unlike XX.",
                "5001+ | big | line 18: owners[0] says what cannot be: sizes must be such as 51-200 or 5001+.",
                "to: 2027-01-03 | to: 2020-01-03 | line 19: owners[0].absent[0] says what cannot be: to must not be before from.",
                "to: 2027-01-03 | to: then | line 19: owners[0].absent[0].to must be a day such as 2026-12-24, not 'then'.",
                "{id: 42} | {id: 41} | line 14: owners must name 41 once only.",
                "https://app-eu1 | ftp://app-eu1 | line 22: notify says what cannot be: record-link-base must be an http or https URL with a host.",
                "name: lists | name: new high lead | line 25: rules must not use the name 'new high lead' twice.",
                "{entered: high, owner | {entered: higher, owner | line 27: rules[0].when.entered must be high, medium, low, any, not 'higher'.",
                "{entered: high, owner: missing, holdout: included} | {owner: missing} | line 27: rules[0].when must say entered, left or next-best-action.",
                "owner: missing | owner: nobody | line 27: rules[0].when.owner must be missing, present, not 'nobody'.",
                "by: territory | by: dice | line 30: rules[0].do[0].assign.by must be round-robin, territory, size, load, not 'dice'.",
                "type: todo | type: visit | line 31: rules[0].do[1].task.type must be call, email, todo, not 'visit'.",
                "due-in: 8h | due-in: 100d | line 31: rules[0].do[1].task says what cannot be: due-in must be between 0s and 5184000s, not 8640000s.",
                "workflow: 123 | workflow: 0 | line 35: rules[0].do[5].enrol says what cannot be: workflow must be a workflow's id, not 0.",
                "- enrol: {workflow: 123} | - enroll: {workflow: 123} | line 35: rules[0].do[5].enroll is not a known key; is enrol meant?",
                "- note: {} | - {} | line 33: rules[0].do[3] must be one of assign, task, note, nurture, list, enrol, notify.",
                "email: sales@example.com | email: sales | line 37: rules[0].do[7].notify says what cannot be: email must be owner or an e-mail address.",
                "{email: owner, slack: true} | {slack: false} | line 36: rules[0].do[6].notify must say email: owner, email: an address, or slack: true.",
                "entered: any | entered: high | line 39: rules[1] says what cannot be: when must say entered: any and nothing else for a rule with nurture, which follows every move.",
                "low: \"Cold leads\" | low: \"Hot leads\" | line 41: rules[1].do[0] says what cannot be: nurture must name another list for each priority.",
                "do: [note: {}] | do: [] | line 44: rules[2] says what cannot be: do must say what is to be done.",
                "cool-down: 3d | cool-down: 3 | line 28: rules[0].cool-down must be a duration such as 10s, 24h or 30d.",
            })
    void refusesInOneSentenceThatNamesLineAndKey(String from, String to, String sentence) {
        assertThat(EVERYTHING).contains(from);

        SettingsException refused = catchThrowableOfType(
                SettingsException.class, () -> read(EVERYTHING.replaceFirst(Pattern.quote(from), to)));

        assertThat(refused).isNotNull();
        assertThat(refused.sentence()).isEqualTo("actions.yml, " + sentence);
    }

    @Test
    void refusesToTellWhomNobodyCanReach() {
        JobFile file = new JobFile("actions.yml", EVERYTHING);
        ChannelSettings mailOnly = new ChannelSettings(null, CHANNELS.mailServer(), null);

        assertThat(catchThrowableOfType(
                                SettingsException.class, () -> ActionFile.read(file, null, ChannelSettings.NONE))
                        .sentence())
                .isEqualTo("actions.yml, line 36: rules[0].do[6].notify.email needs LEAD_SCORE_SMTP_HOST to be set.");
        assertThat(catchThrowableOfType(SettingsException.class, () -> ActionFile.read(file, null, mailOnly))
                        .sentence())
                .isEqualTo(
                        "actions.yml, line 36: rules[0].do[6].notify.slack needs LEAD_SCORE_SLACK_WEBHOOK_URL to be set.");
    }

    @Test
    void refusesToAssignByWhatNoOwnerHas() {
        String text = EVERYTHING.replace("[DE, \"NO\", CA]", "[]");

        assertThat(catchThrowableOfType(SettingsException.class, () -> read(text))
                        .sentence())
                .isEqualTo("actions.yml, line 29: rules[0].do needs territories of an owner to assign by territory.");
    }

    @Test
    void printsNoSecret() {
        assertThat(CHANNELS.toString()).doesNotContain("hidden").contains("smtp.example.com:587");
    }

    private static ActionSettings read(String text) {
        return ActionFile.read(new JobFile("actions.yml", text), null, CHANNELS);
    }
}
