package io.leadscore.sandbox;

import tools.jackson.databind.JsonNode;

/** Answers what a model is asked; throws an {@link ApiProblem} for an error body. */
interface ModelEndpoint {

    JsonReply answer(JsonNode body, AiBehaviour behaviour);
}
