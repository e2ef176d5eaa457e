package io.leadscore.hubspot;

import java.nio.ByteBuffer;

/** Where the table of calls lies, and the right to read and change it. */
interface BudgetStorage extends AutoCloseable {

    /** The table's bytes; zeros when nothing was stored before. */
    ByteBuffer bytes();

    /** Whether bytes were found that are no table; the table starts as if every window were used up. */
    boolean damaged();

    /** Whether this process had these bytes open already, so that calls of its own may be in flight. */
    boolean isOpenAlready();

    /** Waits for the right to the bytes. Not reentrant. */
    void lock();

    void unlock();

    @Override
    void close();

    /** Bytes of this process alone, whose callers exclude each other by themselves. */
    static BudgetStorage inMemory() {
        ByteBuffer bytes = ByteBuffer.allocate(BudgetTable.SIZE);
        return new BudgetStorage() {
            @Override
            public ByteBuffer bytes() {
                return bytes;
            }

            @Override
            public boolean damaged() {
                return false;
            }

            @Override
            public boolean isOpenAlready() {
                return false;
            }

            @Override
            public void lock() {}

            @Override
            public void unlock() {}

            @Override
            public void close() {}
        };
    }
}
