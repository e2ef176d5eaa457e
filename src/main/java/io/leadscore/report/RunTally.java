package io.leadscore.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what the run in progress does and passes its progress on. Thread-safe; one run at a time, as the lease
 * grants.
 */
public final class RunTally {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, String> notes = new ConcurrentHashMap<>();
    private final Map<Need, LongAdder> needs = new ConcurrentHashMap<>();
    private volatile Progress progress = Progress.SILENT;

    /** Forgets the run before and starts counting for the next. */
    public void begin(Progress progress) {
        counts.clear();
        notes.clear();
        needs.clear();
        this.progress = progress;
    }

    /** Adds to a count, named as it stands in the report: {@code contacts read}, {@code leads scored}, ... */
    public void add(String name, long many) {
        counts.computeIfAbsent(name, unused -> new LongAdder()).add(many);
    }

    /** A count so far. */
    public long count(String name) {
        LongAdder adder = counts.get(name);
        return adder == null ? 0 : adder.sum();
    }

    /** Has the report say something in words, by a name; never a text of the CRM. The last one by a name remains. */
    public void note(String name, String sentence) {
        notes.put(name, sentence);
    }

    /** What is said in words so far, by name. */
    public Map<String, String> notes() {
        return new TreeMap<>(notes);
    }

    /** Has the run end with exit code 3, because so many of these need a person. */
    public void need(Need need, long many) {
        needs.computeIfAbsent(need, unused -> new LongAdder()).add(many);
    }

    /** What needs a person so far, in the order of {@link Need}. */
    public List<Needed> needs() {
        return new TreeMap<>(needs)
                .entrySet().stream()
                        .map(need -> new Needed(need.getKey(), need.getValue().sum()))
                        .filter(needed -> needed.count() > 0)
                        .toList();
    }

    /** Passes on how far a step is. */
    public void progress(String step, long done, long total) {
        progress.update(step, done, total);
    }

    /** All counts so far that are not zero, by name. */
    public Map<String, Long> counts() {
        Map<String, Long> sorted = new TreeMap<>();
        counts.forEach((name, adder) -> {
            if (adder.sum() != 0) {
                sorted.put(name, adder.sum());
            }
        });
        return sorted;
    }
}
