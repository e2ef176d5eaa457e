package io.leadscore.cli;

import io.leadscore.actions.ActionSettings;
import io.leadscore.actions.Assignee;
import io.leadscore.actions.ChannelSettings;
import io.leadscore.actions.EnrolmentTargets;
import io.leadscore.actions.MailServerCheck;
import io.leadscore.actions.Trouble;
import io.leadscore.hubspot.HubSpot;
import io.leadscore.hubspot.Owner;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks whether what {@code jobs/actions.yml} names is there, and whoever is to be told can be; tells nobody. */
final class ActionCheckup {

    private static final String ACTIONS = "Correct jobs/actions.yml.";

    private final HubSpot hubSpot;
    private final ActionSettings actions;
    private final ChannelSettings channels;
    private final InstantSource clock;

    ActionCheckup(HubSpot hubSpot, ActionSettings actions, ChannelSettings channels, InstantSource clock) {
        this.hubSpot = hubSpot;
        this.actions = actions;
        this.channels = channels;
        this.clock = clock;
    }

    void run(Checkup checkup) {
        ActionTargets targets = ActionTargets.of(actions);
        targets.nurtureLists().forEach(name -> checkup.check("list", () -> List.of(list(name, true))));
        targets.otherLists().forEach(name -> checkup.check("list", () -> List.of(list(name, false))));
        targets.workflows().forEach(id -> checkup.check("workflow", () -> workflow(id)));
        if (!actions.owners().isEmpty()) {
            checkup.check("owners", this::owners);
        }
        ChannelSettings.MailServer server = channels.mailServer();
        if (server != null) {
            checkup.check("mail server", () -> List.of(mailServer(server)));
        }
        URI webhook = channels.webhook();
        if (webhook != null) {
            checkup.check("webhook", () -> List.of(webhook(webhook)));
        }
    }

    private Finding list(String name, boolean nurture) {
        var list = hubSpot.lists().find(name);
        if (list == null) {
            return nurture
                    ? Finding.warn("list", "'" + name + "' is not there yet.", "Create it: scripts/leadscore setup.")
                    : wrong(
                            "list",
                            "There is no list '" + name + "' of contacts.",
                            "Create a static one, or correct jobs/actions.yml.");
        }
        return list.dynamic()
                ? wrong(
                        "list",
                        "HubSpot fills '" + name + "' by filters, so nobody can be added.",
                        "Name a static list.")
                : Finding.ok("list", "'" + name + "' is there, and static");
    }

    private List<Finding> workflow(long id) {
        EnrolmentTargets.Target target = new EnrolmentTargets(hubSpot).find(id);
        Trouble trouble = target.trouble();
        Trouble end = EnrolmentTargets.END_OF_SUPPORT;
        return List.of(
                trouble == null
                        ? Finding.ok("workflow", id + " is there, and on")
                        : wrong("workflow", trouble.sentence(), trouble.advice()),
                Finding.warn("workflow", end.sentence(), end.advice()));
    }

    private List<Finding> owners() {
        Map<Long, Owner> known = hubSpot.owners().all().stream()
                .collect(
                        Collectors.toMap(Owner::id, Function.identity(), (one, other) -> one.archived() ? other : one));
        List<Finding> findings = new ArrayList<>(actions.owners().stream()
                .map(named -> owner(named, known.get(named.id())))
                .filter(Objects::nonNull)
                .toList());
        if (findings.isEmpty()) {
            findings.add(Finding.ok("owners", "all " + actions.owners().size() + " are there, and active"));
        }
        return findings;
    }

    private static @Nullable Finding owner(Assignee named, @Nullable Owner owner) {
        if (owner == null) {
            return wrong("owners", "There is no owner " + named.id() + ".", ACTIONS);
        }
        if (owner.type() != Owner.Type.PERSON) {
            return wrong("owners", "Owner " + named.id() + " is a queue, which gets no leads.", ACTIONS);
        }
        return owner.archived()
                ? Finding.warn("owners", "Owner " + named.id() + " was archived, and gets no leads.", ACTIONS)
                : null;
    }

    private Finding mailServer(ChannelSettings.MailServer server) {
        Trouble trouble = MailServerCheck.trouble(server, clock);
        return trouble == null
                ? Finding.ok("mail server", "answers; nothing was sent")
                : wrong("mail server", trouble.sentence(), trouble.advice());
    }

    /** The URL is a secret, and the only way to try it is to write to the channel. */
    private static Finding webhook(URI url) {
        boolean local = Set.of("localhost", "127.0.0.1").contains(String.valueOf(url.getHost()));
        if (url.getHost() == null || url.getPath() == null || url.getPath().length() < 2) {
            return wrong(
                    "webhook",
                    "LEAD_SCORE_SLACK_WEBHOOK_URL is no webhook's URL: it lacks a host or a path.",
                    "Copy it from Slack again.");
        }
        return local || "https".equals(url.getScheme())
                ? Finding.ok("webhook", "the URL is well-formed; nothing was sent")
                : Finding.warn(
                        "webhook", "the URL, which is a secret, goes over the network in clear", "Use one of https.");
    }

    private static Finding wrong(String subject, String sentence, String advice) {
        return Finding.fail(subject, new Failure(ExitCode.CONFIGURATION_WRONG, sentence, advice));
    }
}
