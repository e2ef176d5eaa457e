package io.leadscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.SandboxAccount;
import io.leadscore.sandbox.PropertyDefinition;
import io.leadscore.sandbox.PropertyDefinition.Option;
import io.leadscore.sandbox.RecordType;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.settings.ScoringProfileFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OptionCheckupIntegrationTests {

    private static final String OWN = "0a1b2c3d-0000-4000-8000-00000000beef";

    private final SandboxAccount account = new SandboxAccount();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void isContentWithThePackagedProfile() {
        List<Finding> findings = findings(ScoringProfileFile.packaged());

        assertThat(findings).singleElement().extracting(Finding::level).isEqualTo(Finding.Level.OK);
    }

    @Test
    void namesAnOptionThatIsNoneAndTheOneThatWasMeant() {
        industries(new Option("SAAS_2", "Software (SaaS)"), new Option("BANKING", "Banking"));

        List<Finding> findings =
                findings(edited("COMPUTER_SOFTWARE: 1.0", "\"Software (SaaS)\": 1.0\n      BANKNIG: 0.5"));

        assertThat(findings)
                .anySatisfy(finding -> {
                    assertThat(finding.level()).isEqualTo(Finding.Level.WARN);
                    assertThat(finding.sentence())
                            .isEqualTo(
                                    "ideal-client.industries lists Software (SaaS), which is no option of the companies"
                                            + " property industry.");
                    assertThat(finding.advice()).startsWith("Write SAAS_2 instead");
                })
                .anySatisfy(finding -> {
                    assertThat(finding.sentence()).contains("lists BANKNIG,");
                    assertThat(finding.advice()).startsWith("Write BANKING instead");
                });
    }

    /** Options that people add often have a label that is the internal value. */
    @Test
    void takesAnOptionWhoseLabelIsItsValue() {
        industries(new Option("Solar power", "Solar power"), new Option("BANKING", "Banking"));

        assertThat(findings(edited("COMPUTER_SOFTWARE: 1.0", "Solar powr: 1.0")))
                .anySatisfy(finding -> assertThat(finding.advice()).startsWith("Write Solar power instead"));
    }

    @Test
    void namesOutcomesOfTheAccountsOwnWithTheirNumber() {
        dispositions(new Option(OWN, "Reached assistant"));

        assertThat(findings(ScoringProfileFile.packaged())).singleElement().satisfies(finding -> assertThat(
                        finding.sentence())
                .isEqualTo("the outcome \"Reached assistant\" (" + OWN + ") of calls is not in call-outcomes: 7 of"
                        + " it count neither for nor against a lead."));
        assertThat(findings(edited("custom-signals: []", "call-outcomes: {Reached Assistant: connected}")))
                .singleElement()
                .extracting(Finding::level)
                .isEqualTo(Finding.Level.OK);
    }

    private List<Finding> findings(ScoringProfile profile) {
        return new OptionCheckup(account.hubSpot, profile, (type, option) -> 7L).run();
    }

    private void industries(Option... options) {
        define(RecordType.COMPANIES, "industry", List.of(options));
    }

    private void dispositions(Option... options) {
        define(RecordType.CALLS, "hs_call_disposition", new ArrayList<>(List.of(options)));
    }

    private void define(RecordType type, String name, List<Option> options) {
        account.sandbox
                .crm()
                .define(
                        type,
                        new PropertyDefinition(
                                name, name, "enumeration", "select", "information", "", options, false, true, false));
    }

    private static ScoringProfile edited(String line, String instead) {
        try (var in = Objects.requireNonNull(
                OptionCheckupIntegrationTests.class.getClassLoader().getResourceAsStream(ScoringProfileFile.NAME))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(line);
            return ScoringProfileFile.parse("profile", text.replace(line, instead));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
