package io.leadscore.actions;

import io.leadscore.ledger.Crossing;
import io.leadscore.ledger.QueuedAction;
import io.leadscore.scoring.Priority;
import java.net.URI;
import java.util.List;
import java.util.StringJoiner;

/**
 * What an e-mail or a webhook says of one or several leads: links and reasons, in sentences of our own.
 *
 * @param subject plain text
 * @param plain plain text
 * @param html HTML
 * @param slack text in Slack's mrkdwn, where {@code &}, {@code <} and {@code >} are escaped
 */
record Message(String subject, String plain, String html, String slack) {

    /** Of these leads, best first. */
    static Message of(long portalId, List<QueuedAction> actions, Notifying notifying) {
        List<QueuedAction> ordered = actions.stream()
                .sorted((one, other) -> Integer.compare(
                        other.crossing().points(), one.crossing().points()))
                .toList();
        StringJoiner plain = new StringJoiner("\n\n");
        StringJoiner html = new StringJoiner("");
        StringJoiner slack = new StringJoiner("\n\n");
        for (QueuedAction action : ordered) {
            URI link = notifying.linkTo(portalId, action.contactId());
            plain.add(plain(action, link));
            html.add(html(action, link));
            slack.add(slack(action, link));
        }
        return new Message(subject(ordered), plain + "\n", html.toString(), slack.toString());
    }

    private static String subject(List<QueuedAction> actions) {
        if (actions.size() == 1) {
            Crossing crossing = actions.get(0).crossing();
            return "A lead is " + crossing.priority().label() + ": " + crossing.points() + " points";
        }
        long high = actions.stream()
                .filter(action -> action.crossing().priority() == Priority.HIGH)
                .count();
        return actions.size() + " leads moved, " + high + " of them to High";
    }

    private static String plain(QueuedAction action, URI link) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(ActionText.moved(action.crossing()));
        lines.add(link.toString());
        action.crossing().reasons().forEach(lines::add);
        return lines.toString();
    }

    private static String html(QueuedAction action, URI link) {
        StringBuilder html = new StringBuilder("<p><a href=\"")
                .append(ActionText.escaped(link.toString()))
                .append("\">")
                .append(ActionText.escaped(ActionText.moved(action.crossing())))
                .append("</a></p><ul>");
        action.crossing().reasons().forEach(reason -> html.append("<li>")
                .append(ActionText.escaped(reason))
                .append("</li>"));
        return html.append("</ul>").toString();
    }

    private static String slack(QueuedAction action, URI link) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("<" + link + "|" + forSlack(ActionText.moved(action.crossing())) + ">");
        action.crossing().reasons().forEach(reason -> lines.add("\u2022 " + forSlack(reason)));
        return lines.toString();
    }

    private static String forSlack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
