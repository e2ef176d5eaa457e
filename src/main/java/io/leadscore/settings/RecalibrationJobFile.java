package io.leadscore.settings;

import io.leadscore.lead.StaticFacts;
import io.leadscore.learning.PromotionRule;
import io.leadscore.learning.RecalibrationOptions;
import io.leadscore.learning.WeightLimits;
import io.leadscore.ledger.PrimaryContact;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Reads {@code weight-recalibration.yml}: what it does not say keeps its default. */
final class RecalibrationJobFile {

    private static final Set<String> KEYS = Set.of(
            "history",
            "primary-contact",
            "static-facts",
            "least-weight",
            "most-weight",
            "weight-step",
            "judged-share",
            "sureness",
            "likelihood",
            "auc-slack",
            "draws",
            "before-close",
            "calibration-window",
            "shadow",
            "after-first-sync",
            "seed");

    private static final double PERCENT = 100;

    private RecalibrationJobFile() {}

    static RecalibrationOptions options(JobFile file) {
        StrictYaml yaml = StrictYaml.read(file, KEYS);
        RecalibrationOptions defaults = RecalibrationOptions.defaults();
        PromotionRule rule = defaults.promotion();
        try {
            return new RecalibrationOptions(
                    yaml.duration("history", defaults.history()),
                    StaticFacts.of(yaml.words("static-facts", StaticFacts.KNOWN)),
                    new WeightLimits(
                            yaml.decimal(
                                            "least-weight",
                                            PERCENT * defaults.limits().least())
                                    / PERCENT,
                            yaml.decimal(
                                            "most-weight",
                                            PERCENT * defaults.limits().most())
                                    / PERCENT,
                            yaml.decimal(
                                            "weight-step",
                                            PERCENT * defaults.limits().step())
                                    / PERCENT),
                    new PromotionRule(
                            yaml.decimal("sureness", rule.sureness()),
                            yaml.decimal("likelihood", rule.likelihood()),
                            yaml.decimal("auc-slack", rule.aucSlack()),
                            yaml.decimal("judged-share", rule.judgedShare()),
                            yaml.count("draws", rule.draws())),
                    yaml.duration("calibration-window", defaults.calibrationWindow()),
                    yaml.duration("before-close", defaults.beforeClose()),
                    yaml.duration("shadow", defaults.shadow()),
                    yaml.number("seed", defaults.seed()));
        } catch (IllegalArgumentException e) {
            throw yaml.unfit(e);
        }
    }

    static boolean afterFirstSync(JobFile file) {
        return StrictYaml.read(file, KEYS).flag("after-first-sync", true);
    }

    static PrimaryContact primaryContact(JobFile file) {
        StrictYaml yaml = StrictYaml.read(file, KEYS);
        String said = yaml.text("primary-contact", "lowest-id");
        return Arrays.stream(PrimaryContact.values())
                .filter(choice ->
                        choice.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(said))
                .findFirst()
                .orElseThrow(() -> yaml.wrong(
                        "primary-contact", "must be lowest-id, first-created or last-created, not '" + said + "'"));
    }
}
