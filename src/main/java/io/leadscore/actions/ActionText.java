package io.leadscore.actions;

import io.leadscore.ledger.Crossing;
import io.leadscore.scoring.Priority;
import java.util.ArrayList;
import java.util.List;

/**
 * What tasks and notes say: sentences of our own, numbers and dates, never a name or a text of the CRM; everything is
 * escaped all the same.
 */
final class ActionText {

    private ActionText() {}

    /** Subject of a task, plain text. */
    static String taskSubject(Step.TaskType type, Crossing crossing) {
        String what =
                switch (type) {
                    case CALL -> "Call this lead";
                    case EMAIL -> "Write to this lead";
                    case TODO -> "Look after this lead";
                };
        return what + ": priority " + crossing.priority().label() + ", " + crossing.points() + " points";
    }

    /** How a lead moved, in a sentence or two. */
    static String moved(Crossing crossing) {
        List<String> sentences = new ArrayList<>();
        Integer before = crossing.pointsBefore();
        sentences.add(
                before == null
                        ? "Scored for the first time: " + crossing.points() + " points."
                        : "Score moved from " + before + " to " + crossing.points() + " points.");
        Priority from = crossing.priorityBefore();
        String now = crossing.priority().label();
        sentences.add(
                from == null || from == crossing.priority()
                        ? "Priority: " + now + "."
                        : "Priority: " + now + ", " + from.label() + " before.");
        sentences.add("Next best action: " + crossing.action().label() + ".");
        return String.join(" ", sentences);
    }

    /** Text as it may stand in HTML, in elements and in attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
