package io.leadscore.sandbox;

/** Answers the calls to one path; throws {@link ApiProblem} for an error body. */
interface Endpoint {

    JsonReply reply(ApiCall call);
}
