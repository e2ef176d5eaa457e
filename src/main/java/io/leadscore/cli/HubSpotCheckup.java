package io.leadscore.cli;

import io.leadscore.hubspot.AccountDetails;
import io.leadscore.hubspot.ApiUsage;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.PropertyDefinition;
import io.leadscore.hubspot.PulledPage;
import io.leadscore.hubspot.SetupResult;
import io.leadscore.lead.ObjectType;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at the account through the window to HubSpot; writes nothing. */
final class HubSpotCheckup {

    private static final Duration HARMLESS_SKEW = Duration.ofSeconds(5);
    private static final int SCARCE_PERCENT = 10;
    private static final int PERCENT = 100;

    private final HubSpot hubSpot;
    private final Settings settings;
    private final InstantSource clock;

    HubSpotCheckup(HubSpot hubSpot, Settings settings, InstantSource clock) {
        this.hubSpot = hubSpot;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tells whether the account can be asked at all. */
    boolean run(Checkup checkup) {
        if (!checkup.check("token", this::token)) {
            return false;
        }
        for (ObjectType type : ObjectType.values()) {
            checkup.check("read " + type.apiName(), () -> readable(type));
        }
        checkup.check("properties", this::scoreProperties);
        checkup.check("custom signals", this::customSignals);
        checkup.check("limits", this::limits);
        return true;
    }

    private List<Finding> token() {
        AccountDetails account = hubSpot.account();
        Long expected = settings.portalId();
        if (expected != null && expected != account.portalId()) {
            return List.of(Finding.fail(
                    "token",
                    new Failure(
                            ExitCode.CONFIGURATION_WRONG,
                            "HUBSPOT_PORTAL_ID is " + expected + ", but the token belongs to account "
                                    + account.portalId() + ".",
                            "Correct one of the two.")));
        }
        return List.of(Finding.ok("token", "accepted for account " + account.portalId()));
    }

    private List<Finding> readable(ObjectType type) {
        Instant asked = clock.instant();
        PulledPage page = hubSpot.search(type, asked, 0);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("read " + type.apiName(), "allowed"));
        if (type == ObjectType.CONTACTS) {
            findings.add(skew(Duration.between(page.serverTime(), clock.instant())));
        }
        return findings;
    }

    private Finding skew(Duration ahead) {
        Duration size = ahead.abs();
        String sentence =
                "this computer is " + Took.of(size) + (ahead.isNegative() ? " behind" : " ahead of") + " HubSpot";
        if (size.compareTo(HARMLESS_SKEW) <= 0) {
            return Finding.ok("clock", sentence);
        }
        String advice = "Set the clock by NTP: timedatectl set-ntp true.";
        return size.compareTo(settings.delta().overlap()) < 0
                ? Finding.warn("clock", sentence, advice)
                : Finding.fail(
                        "clock",
                        new Failure(
                                ExitCode.CONFIGURATION_WRONG,
                                sentence + ", more than the overlap of two runs, so changes can be missed.",
                                advice));
    }

    private List<Finding> scoreProperties() {
        SetupResult state = hubSpot.setUp(true);
        if (!state.created().isEmpty()) {
            return List.of(wrong(
                    "properties",
                    "The account lacks " + String.join(", ", state.created()) + ".",
                    "Create them: scripts/leadscore setup."));
        }
        return state.mismatched().isEmpty()
                ? List.of(Finding.ok("properties", "all " + state.existing().size() + " are there"))
                : state.mismatched().stream()
                        .map(property -> wrong(
                                "properties",
                                property.name() + " is " + property.found() + ", but must be " + property.expected()
                                        + ".",
                                "Archive it in HubSpot, then: scripts/leadscore setup."))
                        .toList();
    }

    private List<Finding> customSignals() {
        List<Finding> findings = new ArrayList<>();
        Map<ObjectType, List<CustomSignal>> signals = settings.scoringProfile().customSignals().stream()
                .collect(Collectors.groupingBy(CustomSignal::objectType));
        signals.forEach((type, ofType) -> {
            Map<String, PropertyDefinition> definitions = hubSpot.properties(type).stream()
                    .collect(Collectors.toMap(PropertyDefinition::name, Function.identity(), (one, other) -> one));
            ofType.forEach(signal -> findings.add(customSignal(signal, definitions)));
        });
        return findings;
    }

    private static Finding customSignal(CustomSignal signal, Map<String, PropertyDefinition> definitions) {
        PropertyDefinition definition = definitions.get(signal.property());
        String subject = "signal " + signal.name();
        String property =
                "property " + signal.property() + " of " + signal.objectType().apiName();
        if (definition == null) {
            return wrong(
                    subject,
                    "There is no " + property + ".",
                    "Correct its name in scoring-profile.yml, or restore it in HubSpot; until then, what was known of it"
                            + " counts on.");
        }
        if (signal.kind() == CustomSignal.Kind.FLAG
                && signal.kind().accepts(definition.type())
                && !definition.isYesOrNo()) {
            return wrong(
                    subject,
                    "The " + property + " has " + definition.options().size()
                            + " options, so that it says more than yes or no.",
                    "Declare it as kind: category in scoring-profile.yml, or give it two options in HubSpot.");
        }
        return signal.kind().accepts(definition.type())
                ? Finding.ok(subject, property + " is " + definition.type())
                : wrong(
                        subject,
                        "The " + property + " is " + definition.type() + ", which its kind cannot read.",
                        "Correct its kind in scoring-profile.yml, or remove it.");
    }

    private List<Finding> limits() {
        ApiUsage usage = hubSpot.usage();
        String sentence = usage.burstLimit() + " calls per 10 s, " + usage.searchLimit() + " searches per second";
        Long limit = usage.dailyLimit();
        Long left = usage.dailyRemaining();
        if (limit == null || left == null) {
            return List.of(Finding.ok("limits", sentence));
        }
        sentence += ", " + Numbers.grouped(left) + " of " + Numbers.grouped(limit) + " calls left today";
        return List.of(
                left * PERCENT < limit * SCARCE_PERCENT
                        ? Finding.warn(
                                "limits", sentence, "Find out which app uses them: HubSpot's API call usage page.")
                        : Finding.ok("limits", sentence));
    }

    private static Finding wrong(String subject, String sentence, String advice) {
        return Finding.fail(subject, new Failure(ExitCode.CONFIGURATION_WRONG, sentence, advice));
    }
}
