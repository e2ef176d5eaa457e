package io.leadscore.hubspot;

/**
 * A stage of a deal pipeline.
 *
 * @param id HubSpot's id, such as {@code closedwon} or a number
 * @param pipelineId HubSpot's id of the pipeline
 * @param closed whether deals end here
 * @param probability chance of winning in [0, 1]; a closed stage with 1 is won, any other closed stage is lost
 */
public record DealStage(String id, String pipelineId, boolean closed, double probability) {

    boolean won() {
        return closed && probability >= 1;
    }
}
