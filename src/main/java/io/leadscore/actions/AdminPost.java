package io.leadscore.actions;

import java.time.InstantSource;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Tells the administrator by e-mail and by webhook, whichever is set; one that gets through is enough. */
final class AdminPost implements AdminNotice {

    private static final String SUBJECT = "Leadscore: actions that need you";

    private final @Nullable String address;
    private final Channels channels;
    private final InstantSource clock;

    AdminPost(@Nullable String address, Channels channels, InstantSource clock) {
        this.address = address;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public boolean tell(long portalId, List<Trouble> troubles) {
        PostOffice postOffice = channels.postOffice();
        Webhook webhook = channels.webhook();
        boolean byMail = address != null && postOffice != null;
        if (!byMail && webhook == null) {
            return false;
        }
        boolean told = false;
        if (address != null && postOffice != null) {
            String reference = "ls-admin-" + portalId + "-" + clock.instant().toEpochMilli();
            told = isTaken(postOffice.send(address, message(troubles), reference));
        }
        if (webhook != null) {
            told |= isTaken(webhook.post(slack(troubles)));
        }
        if (!told) {
            throw new IllegalStateException("neither the mail server nor the webhook took it");
        }
        return true;
    }

    /** What may have been taken is not sent again. */
    private static boolean isTaken(Outcome outcome) {
        return outcome instanceof Outcome.Done || outcome instanceof Outcome.Unanswered;
    }

    private static Message message(List<Trouble> troubles) {
        StringJoiner plain = new StringJoiner("\n\n", "", "\n");
        StringBuilder html = new StringBuilder("<ul>");
        for (Trouble trouble : troubles) {
            plain.add(trouble.sentence() + "\n" + trouble.advice());
            html.append("<li>")
                    .append(ActionText.escaped(trouble.sentence()))
                    .append("<br>")
                    .append(ActionText.escaped(trouble.advice()))
                    .append("</li>");
        }
        return new Message(SUBJECT, plain.toString(), html.append("</ul>").toString(), slack(troubles));
    }

    private static String slack(List<Trouble> troubles) {
        StringJoiner lines = new StringJoiner("\n", SUBJECT + "\n", "");
        for (Trouble trouble : troubles) {
            lines.add("\u2022 "
                    + (trouble.sentence() + " " + trouble.advice())
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;"));
        }
        return lines.toString();
    }
}
