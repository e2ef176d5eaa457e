package io.leadscore.actions;

import io.leadscore.ledger.ActionKind;
import io.leadscore.scoring.Priority;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that a rule does. */
public sealed interface Step {

    /** What it is, for the outbox. */
    ActionKind kind();

    /** Whether it is not done at once, but gathered with others for a set time. */
    default boolean digest() {
        return false;
    }

    /**
     * Gives a lead an owner that has none.
     *
     * @param by how the owner is chosen
     */
    record Assign(Policy by) implements Step {
        @Override
        public ActionKind kind() {
            return ActionKind.ASSIGN;
        }
    }

    /** How an owner is chosen. */
    enum Policy {
        /** Everybody in turn, by weight. */
        ROUND_ROBIN,
        /** Those in turn who have the lead's country or state. */
        TERRITORY,
        /** Those in turn who have companies of the lead's size. */
        SIZE,
        /** Who has the fewest open High leads for the weight. */
        LOAD
    }

    /**
     * Makes a task for the owner.
     *
     * @param dueIn how much working time until it is due, up to 60 days
     */
    record Task(Duration dueIn, TaskType type) implements Step {

        public Task {
            Check.between("due-in", dueIn, Duration.ZERO, Duration.ofDays(60));
        }

        @Override
        public ActionKind kind() {
            return ActionKind.TASK;
        }
    }

    /** What a task asks for; the names are HubSpot's. */
    enum TaskType {
        CALL,
        EMAIL,
        TODO
    }

    /** Notes on the contact how the score moved, and why; at most once a day for each contact. */
    record Note() implements Step {
        @Override
        public ActionKind kind() {
            return ActionKind.NOTE;
        }
    }

    /**
     * Keeps a lead on the list of its priority, and off those of the others.
     *
     * @param lists the static list of each priority, by name; a priority without one has no list
     */
    record Nurture(Map<Priority, String> lists) implements Step {

        public Nurture {
            Check.require(!lists.isEmpty(), "nurture must name a list for high, medium or low");
            lists.forEach((priority, list) -> Check.name(Words.of(priority), list));
            Check.require(
                    lists.values().stream().distinct().count() == lists.size(),
                    "nurture must name another list for each priority");
            lists = Map.copyOf(lists);
        }

        @Override
        public ActionKind kind() {
            return ActionKind.LIST;
        }
    }

    /**
     * Puts a lead on a list, for a workflow that enrols by membership.
     *
     * @param list the static list's name
     */
    record Listed(String list) implements Step {

        public Listed {
            Check.name("name", list);
        }

        @Override
        public ActionKind kind() {
            return ActionKind.LIST;
        }
    }

    /**
     * Enrols a lead in a workflow by HubSpot's legacy endpoint.
     *
     * @param workflow id of the workflow or flow, as {@code HUBSPOT_HIGH_PRIORITY_WORKFLOW_ID}
     */
    record Enrol(long workflow) implements Step {

        public Enrol {
            Check.require(workflow > 0, "workflow must be a workflow's id, not " + workflow);
        }

        @Override
        public ActionKind kind() {
            return ActionKind.ENROL;
        }
    }

    /**
     * Tells somebody by e-mail.
     *
     * @param address whom; null: the lead's owner
     */
    record Mail(@Nullable String address, boolean digest) implements Step {

        public Mail {
            Check.require(
                    address == null || address.matches("[^@\\s]+@[^@\\s]+"),
                    "email must be owner or an e-mail address");
        }

        @Override
        public ActionKind kind() {
            return ActionKind.MAIL;
        }
    }

    /** Tells the channel behind {@code LEAD_SCORE_SLACK_WEBHOOK_URL}. */
    record Webhook(boolean digest) implements Step {
        @Override
        public ActionKind kind() {
            return ActionKind.WEBHOOK;
        }
    }
}
