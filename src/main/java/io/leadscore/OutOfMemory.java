package io.leadscore;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process with exit code 1 and a sentence on stderr when memory runs out. The JVM's own way is exit code 3, which
 * means something else here, and a line on stdout. The launcher has the JVM write a byte into a pipe then; what follows
 * needs no memory.
 *
 * <p>The thread that waits for the byte is in native code meanwhile, and a JVM that exits gives such a thread 300 ms to come
 * back: longer than a command takes that a running process carries out. So it is called back first.
 */
final class OutOfMemory {

    /** Names the pipe; set by the launcher. */
    private static final String PIPE_PROPERTY = "leadscore.oom";

    private static final int CALLED_BACK = 'q';

    /** How long a process that ends waits at most for the thread to come back, in milliseconds. */
    private static final int PATIENCE = 100;

    private final String pipe;
    private final Thread watch;

    private OutOfMemory(String pipe, Thread watch) {
        this.pipe = pipe;
        this.watch = watch;
    }

    /** From now on, until it is called back; null if the launcher made no pipe. */
    static @Nullable OutOfMemory endsTheProcess() {
        String pipe = System.getProperty(PIPE_PROPERTY);
        if (pipe == null) {
            return null;
        }
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        byte[] sentence = ("Leadscore ran out of memory: it may use " + megabytes + " MB.\n"
                        + "Allow it more, for example LEADSCORE_JAVA_OPTS=-Xmx" + ((2 * megabytes + 1023) >> 10)
                        + "g; the next run goes on from there.\n")
                .getBytes(StandardCharsets.UTF_8);
        FileOutputStream err = new FileOutputStream(FileDescriptor.err);
        Runtime runtime = Runtime.getRuntime();
        Thread watch = new Thread(() -> watch(pipe, err, sentence, runtime), "out-of-memory");
        watch.setDaemon(true);
        watch.start();
        return new OutOfMemory(pipe, watch);
    }

    /** The process is about to end by itself. */
    void callBack() throws InterruptedException {
        try (FileOutputStream told = new FileOutputStream(pipe)) {
            told.write(CALLED_BACK);
            watch.join(PATIENCE);
        } catch (IOException noPipe) {
            // Then nobody waits at it.
        }
    }

    private static void watch(String pipe, FileOutputStream err, byte[] sentence, Runtime runtime) {
        try (FileInputStream told = new FileInputStream(pipe)) {
            int said = told.read();
            if (said >= 0 && said != CALLED_BACK) {
                err.write(sentence);
                runtime.halt(1);
            }
        } catch (IOException noPipe) {
            // Then a process that is out of memory ends as the JVM sees fit.
        }
    }
}
