package io.leadscore.hubspot;

import io.leadscore.lead.Outcome;

/**
 * A stage of a deal pipeline.
 *
 * @param id HubSpot's id, such as {@code closedwon} or a number
 * @param pipelineId HubSpot's id of the pipeline
 * @param closed whether deals end here
 * @param probability chance of winning in [0, 1]; a closed stage with 1 is won, any other closed stage is lost
 */
public record DealStage(String id, String pipelineId, boolean closed, double probability) {

    /** How deals stand that are in this stage. */
    public Outcome outcome() {
        if (!closed) {
            return Outcome.OPEN;
        }
        return probability >= 1 ? Outcome.WON : Outcome.LOST;
    }
}
