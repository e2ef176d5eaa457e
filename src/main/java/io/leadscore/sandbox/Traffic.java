package io.leadscore.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every request that arrived, refused ones included, in the order of arrival. Thread-safe. */
public final class Traffic {

    private final List<Request> requests = new ArrayList<>();

    /**
     * One request.
     *
     * @param arrivalNanos by the options' ticker
     * @param path with {@code {V}} and {@code {id}} in place of what differs from call to call
     * @param status answered; 0 when the connection was reset instead
     */
    public record Request(long arrivalNanos, Family family, String method, String path, int status) {}

    synchronized void record(Request request) {
        requests.add(request);
    }

    /** All requests since the start or the last {@link #clear}, a copy. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    public synchronized int count() {
        return requests.size();
    }

    /** Requests of one family, and of that alone. */
    public synchronized int count(Family family) {
        return (int)
                requests.stream().filter(request -> request.family == family).count();
    }

    /** Requests to one path, as {@code POST /crm/objects/{V}/contacts/batch/update}; {@code *} stands for anything. */
    public synchronized int count(String call) {
        CallPattern pattern = CallPattern.of(call);
        return (int) requests.stream()
                .filter(request -> pattern.matches(request.method, request.path))
                .count();
    }

    /** Requests that were answered with this status. */
    public synchronized int countOfStatus(int status) {
        return (int)
                requests.stream().filter(request -> request.status == status).count();
    }

    /** How many requests went to each call, as {@code POST /crm/...}. */
    public synchronized Map<String, Integer> perCall() {
        Map<String, Integer> counts = new TreeMap<>();
        requests.forEach(request -> counts.merge(request.method + " " + request.path, 1, Integer::sum));
        return counts;
    }

    /**
     * The most requests that arrived in any half-open span of this length. {@link Family#GENERAL} includes
     * {@link Family#ASSOCIATIONS}, because they share its window.
     */
    public synchronized int maxInWindow(Family family, Duration span) {
        long[] arrivals = requests.stream()
                .filter(request ->
                        request.family == family || (family == Family.GENERAL && request.family == Family.ASSOCIATIONS))
                .mapToLong(Request::arrivalNanos)
                .sorted()
                .toArray();
        int most = 0;
        int first = 0;
        for (int last = 0; last < arrivals.length; last++) {
            while (arrivals[last] - arrivals[first] >= span.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    public synchronized void clear() {
        requests.clear();
    }
}
