package io.leadscore.actions;

import io.leadscore.ledger.QueuedAction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a kind of action needs before it is carried out, and afterwards. */
interface Preparation {

    /** Needs nothing. */
    Preparation NONE = new Preparation() {
        @Override
        public List<QueuedAction> prepare(List<QueuedAction> due) {
            return due;
        }

        @Override
        public Runnable after(List<Errand> errands, Map<Long, Outcome> outcomes) {
            return () -> {};
        }
    };

    /**
     * Makes actions ready. Those that can never be are left out, and were ended.
     *
     * @return null: none can be in this run
     */
    @Nullable
    List<QueuedAction> prepare(List<QueuedAction> due);

    /** Why none can be, after {@link #prepare} said so. */
    default Trouble obstacle() {
        throw new IllegalStateException("nothing is in the way");
    }

    /**
     * What is to be kept of outcomes besides the outcomes themselves.
     *
     * @return runs in the transaction that settles them
     */
    Runnable after(List<Errand> errands, Map<Long, Outcome> outcomes);
}
