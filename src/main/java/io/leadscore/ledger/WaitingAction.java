package io.leadscore.ledger;

/**
 * An action that waits in line.
 *
 * @param action the action, with the move that set it off
 * @param points of the lead's score now, 0 to 100
 */
public record WaitingAction(QueuedAction action, int points) {}
