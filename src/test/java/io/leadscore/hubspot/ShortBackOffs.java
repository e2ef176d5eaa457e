package io.leadscore.hubspot;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.springframework.context.support.GenericApplicationContext;

/** The machine's own time, but nobody waits out a back-off: what comes after it is what matters. */
public final class ShortBackOffs implements Ticker {

    private static final long AT_MOST = TimeUnit.MILLISECONDS.toNanos(1);

    private final Ticker system = Ticker.system();

    private ShortBackOffs() {}

    /** Lets the window to HubSpot that this context opens wait no longer than a millisecond between attempts. */
    public static void in(GenericApplicationContext context) {
        context.registerBean(Ticker.class, ShortBackOffs::new);
    }

    @Override
    public long nanos() {
        return system.nanos();
    }

    @Override
    public void sleep(long nanos) throws InterruptedException {
        system.sleep(Math.min(nanos, AT_MOST));
    }

    @Override
    public void await(Condition condition, long nanos) throws InterruptedException {
        system.await(condition, nanos);
    }
}
