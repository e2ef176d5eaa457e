package io.leadscore.actions;

/** Whoever watches a run act. */
public interface ActionWatch {

    /** Watches nothing, and lets it go on. */
    ActionWatch NONE = new ActionWatch() {
        @Override
        public boolean mayGoOn() {
            return true;
        }

        @Override
        public void update(long done, long total) {}
    };

    /**
     * Asked right before each call; false ends the run, because it is to stop or because somebody else may be at work by
     * now. What is not done then, the next run does.
     */
    boolean mayGoOn();

    /** Told after each call how many of the actions that were pending at the beginning are settled, one way or another. */
    void update(long done, long total);
}
