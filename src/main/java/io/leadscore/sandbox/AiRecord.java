package io.leadscore.sandbox;

import java.util.ArrayList;
import java.util.List;

/** What was sent to the OpenAI stand-in. Thread-safe. */
final class AiRecord {

    private final List<OpenAi.Request> requests = new ArrayList<>();
    private int profiles;

    synchronized void add(OpenAi.Request request) {
        requests.add(request);
    }

    synchronized void asked(int more) {
        profiles += more;
    }

    synchronized List<OpenAi.Request> requests() {
        return List.copyOf(requests);
    }

    synchronized int profiles() {
        return profiles;
    }

    synchronized void clear() {
        requests.clear();
        profiles = 0;
    }
}
