package io.leadscore.report;

/** Is told how far a run is. Implementations are thread-safe: steps run beside each other. */
@FunctionalInterface
public interface Progress {

    /** Says nothing to anybody. */
    Progress SILENT = (step, done, total) -> {};

    /**
     * A step has come this far.
     *
     * @param step the step's name, such as {@code pull-contacts}
     * @param done records done
     * @param total records expected, -1 if unknown
     */
    void update(String step, long done, long total);
}
