package io.leadscore.actions;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands after a score: each threshold is a Schmitt trigger (Otto H. Schmitt, 1938), passed upwards at the
 * threshold and downwards only so many points below it, so that a score that wavers around it moves the lead once.
 *
 * @param margin how many points below a threshold a lead has to be to have left, 0 to 50
 * @param enterMargin how many points above a threshold it has to be to have come in, 0 to 50
 */
record Hysteresis(int margin, int enterMargin) {

    /** The priority of a lead that stood at {@code from}; null: nowhere, and then the score alone decides. */
    Priority priority(@Nullable Priority from, int points, Thresholds thresholds) {
        if (from == null) {
            return thresholds.priority(points);
        }
        if (isAbove(from == Priority.HIGH, points, thresholds.high())) {
            return Priority.HIGH;
        }
        return isAbove(from != Priority.LOW, points, thresholds.medium()) ? Priority.MEDIUM : Priority.LOW;
    }

    /**
     * The next best action of a lead. While its priority and that of its score differ, because the score is within a
     * margin, what follows from the score's priority alone is held back.
     *
     * @param before the action before; null: none
     * @param stands where the lead stands now
     * @param scored the priority of its score
     * @param action the action of its score
     */
    NextBestAction action(@Nullable NextBestAction before, Priority stands, Priority scored, NextBestAction action) {
        if (before == null || stands == scored) {
            return action;
        }
        boolean scoreIsLower = rank(scored) < rank(stands);
        boolean actionIsLower = rank(action) < rank(before);
        return scoreIsLower == actionIsLower ? before : action;
    }

    private boolean isAbove(boolean wasAbove, int points, int threshold) {
        if (wasAbove) {
            return points >= threshold || points > Math.max(0, threshold - margin);
        }
        return points >= Math.min(100, threshold + enterMargin);
    }

    private static int rank(Priority priority) {
        return switch (priority) {
            case LOW -> 0;
            case MEDIUM -> 1;
            case HIGH -> 2;
        };
    }

    private static int rank(NextBestAction action) {
        return switch (action) {
            case NURTURE -> 0;
            case FOLLOW_UP -> 1;
            case CLOSE -> 2;
        };
    }
}
