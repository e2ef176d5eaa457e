package io.leadscore.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadscore.lead.ObjectType;
import io.leadscore.scoring.BuiltIn;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.Condition;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ScoringProfileFileTests {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private static final String CUSTOM = """
            custom-signals:
              - name: product_interest
                object: contact
                property: product_interest
                component: fit
                kind: category
                weight: 20
                values: {enterprise: 1.0, team: 0.6}
                learnt: true
              - {name: seats, object: company, property: seats_planned, component: fit, kind: number, weight: 10,
                 bands: [{from: 0, value: 0.1}, {from: 50, value: 0.6}]}
              - {name: webinar, object: deal, property: last_webinar_date, component: recency, kind: date, weight: 10,
                 half-life: 30d, neutral: 0.2}
            """;

    private final String packaged = packagedText();

    @Test
    void readsThePackagedProfile() {
        ScoringProfile profile = ScoringProfileFile.packaged();

        assertThat(profile.weights().fit()).isEqualTo(30);
        assertThat(profile.thresholds().high()).isEqualTo(80);
        assertThat(profile.timeStep()).isEqualTo(Duration.ofHours(24));
        assertThat(profile.idealClient().countries().values()).containsEntry("NO", 0.9);
        assertThat(profile.signal(BuiltIn.EMAIL_REPLIES).halfLife()).isEqualTo(Duration.ofDays(45));
        assertThat(profile.queue().lostReturnAfter()).isEqualTo(Duration.ofDays(90));
        assertThat(profile.customSignals()).isEmpty();
    }

    @Test
    void readsCustomSignals() {
        ScoringProfile profile = ScoringProfileFile.parse("profile", packaged.replace("custom-signals: []", CUSTOM));

        assertThat(profile.customSignals())
                .extracting(CustomSignal::name)
                .containsExactly("product_interest", "seats", "webinar");
        CustomSignal interest = profile.customSignals().get(0);
        assertThat(interest.objectType()).isEqualTo(ObjectType.CONTACTS);
        assertThat(interest.component()).isEqualTo(Component.FIT);
        assertThat(interest.kind()).isEqualTo(CustomSignal.Kind.CATEGORY);
        assertThat(interest.isLearnt()).isTrue();
        assertThat(profile.customSignals().get(2).halfLife()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void survivesJsonAndKeepsItsFingerprint() {
        ScoringProfile profile = ScoringProfileFile.parse("profile", packaged.replace("custom-signals: []", CUSTOM));
        JsonMapper json = JsonMapper.builder().build();

        ScoringProfile read = json.readValue(json.writeValueAsString(profile), ScoringProfile.class);

        assertThat(read).isEqualTo(profile);
        assertThat(read.fingerprint()).isEqualTo(profile.fingerprint()).hasSize(64);
        assertThat(ScoringProfileFile.packaged().fingerprint()).isNotEqualTo(profile.fingerprint());
    }

    @Test
    void fingerprintDoesNotDependOnTheOrderOfKeys() {
        String reordered = packaged.replace("  ceiling: 20\n", "").replace("queue:\n", "queue:\n  ceiling: 20\n");

        assertThat(ScoringProfileFile.parse("profile", reordered).fingerprint())
                .isEqualTo(ScoringProfileFile.packaged().fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "  high: 80 |  high: 80\\n  hihg: 80 | thresholds.hihg is not a known key; is high meant?",
                "  high: 80 |  hgih: 60 | thresholds.hgih is not a known key; is high meant?",
                "  high: 80 |  top: 60 | thresholds.top is not a known key; known are high, medium, high-share, medium-share",
                "  high: 80 |  high: 80\\n...\\n---\\nmore: 1 | a second document begins here, where there must be one",
                "  high: 80\\n  medium: 50 |  high: &eighty 80\\n  medium: *eighty | thresholds.medium must be written out: aliases (*name) are not read",
                "  high: 80 |  <<: {high: 80} | thresholds.<< is not a known key",
                "  high: 80 |  high: | thresholds.high is missing or not of the right type",
                "\\nnext-best-action: | \\nnext_best_action: | next_best_action is not a known key; is next-best-action meant?",
                "strong: 1.0 | strong: .nan | this line has a number that is none",
                "strong: 1.0 | strong: .inf | this line has a number that is none",
                "strong: 1.0 | strong: 1e999 | ai.bands says what cannot be: strong must be between 0 and 1, not Infinity",
                "strong: 1.0 | strong: \"1.0\" | ai.bands.strong is missing or not of the right type",
                "  high: 80 |  high: eighty | thresholds.high is missing or not of the right type",
                "  high: 80 |  high: 80.5 | thresholds.high is missing or not of the right type",
                "  high: 80 |  high: 40 | thresholds says what cannot be: medium must be between 1 and high - 1, not 50",
                "  high: 80 |  medium: 60 | thresholds.medium stands twice",
                "  high: 80 |  high: [80 | this is not valid YAML",
                "  fit: 30 |  fit: 40 | weights says what cannot be: fit, engagement, outcome and recency must sum to 100 %, not 110.0 %",
                "  fit: 30 |  fit: -30 | weights says what cannot be: fit must be between 0 and 100 %, not -30.0",
                "email_opens: {weight: 10 | email_opens: {weight: 20 | signals: the weights of the engagement signals must sum to 100 %, not 110.0 %",
                "  email_opens: |  email_oops: | signals.email_oops is not a known key; is email_opens meant?",
                "cap: 3, half-life: 14d | cap: 3, half-life: -14d | signals.email_opens says what cannot be: half-life must be longer than 0",
                "cap: 3, half-life: 14d | cap: 3, half-life: 14 days | signals.email_opens.half-life must be a duration such as 10s, 24h or 30d",
                "cap: 3, half-life: 14d | cap: 3 | signals.email_opens.half-life is missing",
                "industry: {weight: 20 | industry: {cap: 3, weight: 20 | signals.industry.cap means nothing for this signal",
                "  cap: 6 |  cap: 60 | ai says what cannot be: cap must be between 0 and 30 points, not 60.0",
                "strong: 1.0 | strong: 0.5 | ai.bands says what cannot be: bands must not ascend from strong to poor",
                "time-step: 24h | time-step: 0h | time-step must be longer than 0",
                "countries:\\n    others: 0.4 | countries:\\n    others: 4 | ideal-client.countries says what cannot be: others must be between 0 and 1, not 4.0",
                "{US: 1.0 | {XX: 1.0 | countries.values.XX is not an ISO 3166-1 alpha-2 code",
            })
    void refusesInOneSentenceThatNamesLineAndKey(String from, String to, String sentence) {
        String text = replaced(from, to);

        SettingsException refused =
                catchThrowableOfType(SettingsException.class, () -> ScoringProfileFile.parse("profile.yml", text));

        assertThat(refused).isNotNull();
        assertThat(refused.sentence()).startsWith("profile.yml, line ").contains(sentence);
        assertThat(refused.sentence()).doesNotContain("\n").doesNotContain("io.leadscore");
        assertThat(refused.advice()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "property: product_interest | property: email | property email of custom signal product_interest",
                "property: product_interest | property: message | property message of custom signal product_interest",
                "object: contact | object: ticket | custom-signals[0].object must be contact, company or deal",
                "kind: category | kind: text | custom-signals[0].kind must be one of category, number, flag, date",
                "weight: 20 | weight: 95 | must not be more than 100 % together, but are 105.0 %",
                "name: seats | name: industry | the name industry is taken",
            })
    void refusesWrongCustomSignals(String from, String to, String sentence) {
        String text = packaged.replace("custom-signals: []", CUSTOM.replace(from, to));

        SettingsException refused =
                catchThrowableOfType(SettingsException.class, () -> ScoringProfileFile.parse("profile.yml", text));

        assertThat(refused).isNotNull();
        assertThat(refused.sentence()).startsWith("profile.yml, line ").contains(sentence);
    }

    @Test
    void readsSegmentsInTheirOrder() {
        ScoringProfile profile = ScoringProfileFile.parse(
                "profile.yml", packaged.replace("custom-signals: []", CUSTOM).replace("\nsegments: []", """

                segments:
                  - {name: large, where: {company-size: 1000.., country: [DE, "NO"]}}
                  - name: renewals
                    where:
                      pipeline: 75288461
                      product_interest: [enterprise, team]
                """));

        assertThat(profile.segmentsInOrder())
                .containsExactly(
                        new Segment(
                                "large",
                                Map.of(
                                        "company-size",
                                        new Condition(List.of("1000..")),
                                        "country",
                                        new Condition(List.of("DE", "NO")))),
                        new Segment(
                                "renewals",
                                Map.of(
                                        "pipeline",
                                        new Condition(List.of("75288461")),
                                        "product_interest",
                                        new Condition(List.of("enterprise", "team")))));
        assertThat(ScoringProfileFile.parse("again.yml", ScoringProfileText.of(profile, "again")))
                .isEqualTo(profile);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contry: DE | segments[1].where.contry is not a known key; is country meant?",
                "size: 10.. | segments[1].where.size is not a known key; known are industry, country,",
                "seat: 10.. | segments[1].where.seat is not a known key; is seats meant?",
                "country: Germany | segments[1].where.country Germany is not an ISO 3166-1 alpha-2 code such as DE",
                "country: [] | segments[1].where.country must be a value, a range such as 200.. or 11..50, or a list",
                "country: {in: DE} | segments[1].where.country.in is not a known key",
                "company-size: big | segments[1].where.company-size big is neither a number of employees such as 200..",
                "seats: many | segments[1].where.seats needs numbers",
            })
    void refusesWrongSegmentsAndNamesTheirLine(String condition, String sentence) {
        String text = packaged.replace("custom-signals: []", CUSTOM)
                .replace(
                        "\nsegments: []",
                        "\nsegments:\n  - {name: a, where: {country: DE}}\n  - name: b\n    where:\n      " + condition
                                + "\n");
        long line = 1
                + text.lines().takeWhile(one -> !one.strip().equals(condition)).count();

        SettingsException refused =
                catchThrowableOfType(SettingsException.class, () -> ScoringProfileFile.parse("profile.yml", text));

        assertThat(refused).isNotNull();
        assertThat(refused.sentence())
                .startsWith("profile.yml, line " + line + ": ")
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "just words | profile.yml, line 1: the profile must be lines of 'key: value', not a single word.",
                "42 | profile.yml, line 1: the profile must be lines of 'key: value', not a single word.",
                "[weights, thresholds] | profile.yml, line 1: the profile must be lines of 'key: value', not a list.",
                "{} | profile.yml, line 1: the file is empty.",
                "null | profile.yml, line 1: the file is empty.",
                "--- | profile.yml, line 1: the file is empty.",
                "# only words | profile.yml, line 1: the file is empty.",
                "'' | profile.yml, line 1: the file is empty.",
            })
    void refusesWhatIsNoProfile(String text, String sentence) {
        SettingsException refused =
                catchThrowableOfType(SettingsException.class, () -> ScoringProfileFile.parse("profile.yml", text));

        assertThat(refused.sentence()).isEqualTo(sentence);
    }

    @Test
    void tellsATabFromOtherMistakes() {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class,
                () -> ScoringProfileFile.parse("profile.yml", "thresholds:\n  high: 80\n\tmedium: 50\n"));

        assertThat(refused.sentence())
                .isEqualTo("profile.yml, line 3: this line is indented by a tab, where YAML wants spaces.");
    }

    @Test
    void readsWhatEditorsOfOtherSystemsWrite() {
        assertThat(ScoringProfileFile.parse("profile", "\uFEFF" + packaged.replace("\n", "\r\n")))
                .isEqualTo(ScoringProfileFile.packaged());
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        SettingsException tooLong = catchThrowableOfType(
                SettingsException.class, () -> ScoringProfileFile.parse("profile", packaged + "#".repeat(1_000_000)));
        SettingsException tooDeep = catchThrowableOfType(
                SettingsException.class, () -> ScoringProfileFile.parse("profile", "weights: " + "[".repeat(20_000)));

        assertThat(tooLong.sentence()).contains("the profile must not be longer than 1000000 characters");
        assertThat(tooDeep.sentence()).contains("this is not valid YAML");
    }

    @Test
    void whateverStandsInPlaceOfAValueIsReadOrRefused() {
        String text = packaged.replace("custom-signals: []", CUSTOM);
        JsonNode whole = YAML.readTree(text);
        List<String> pointers = new ArrayList<>();
        collect("", whole, pointers);

        for (String pointer : pointers) {
            for (String value : List.of("null", "[null]", "{x: null}", "x", "-1e18")) {
                ObjectNode changed = (ObjectNode) whole.deepCopy();
                put(changed, JsonPointer.compile(pointer), YAML.readTree(value));
                String broken = YAML.writeValueAsString(changed);
                try {
                    ScoringProfileFile.parse("profile.yml", broken);
                } catch (SettingsException refused) {
                    assertThat(refused.sentence())
                            .startsWith("profile.yml, line ")
                            .doesNotContain("\n");
                } catch (RuntimeException unexpected) {
                    throw new AssertionError(pointer + " as " + value, unexpected);
                }
            }
        }
    }

    private static void collect(String pointer, JsonNode node, List<String> into) {
        if (!pointer.isEmpty()) {
            into.add(pointer);
        }
        node.properties().forEach(entry -> collect(pointer + "/" + entry.getKey(), entry.getValue(), into));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(pointer + "/" + i, node.get(i), into);
        }
    }

    private static void put(JsonNode root, JsonPointer where, JsonNode value) {
        JsonNode parent = root.at(where.head());
        if (parent instanceof ObjectNode object) {
            object.set(where.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(where.last().getMatchingIndex(), value);
        }
    }

    @Test
    void namesTheLine() {
        String text = replaced("cap: 3, half-life: 14d", "cap: 3, half-life: -14d");
        int line = text.substring(0, text.indexOf("half-life: -14d")).split("\n", -1).length;

        SettingsException refused =
                catchThrowableOfType(SettingsException.class, () -> ScoringProfileFile.parse("profile.yml", text));

        assertThat(refused.sentence()).startsWith("profile.yml, line " + line + ": ");
    }

    @Test
    void saysWhenTheFileIsMissing(@TempDir Path folder) {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class,
                () -> ScoringProfileFile.read("none.yml", file -> Files.readString(folder.resolve(file))));

        assertThat(refused.sentence()).contains("none.yml cannot be read (NoSuchFileException)");
    }

    private String replaced(String from, String to) {
        String old = from.replace("\\n", "\n");
        assertThat(packaged).contains(old);
        return packaged.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(to.replace("\\n", "\n")));
    }

    private static String packagedText() {
        try {
            return Files.readString(Path.of(ScoringProfileFile.NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
