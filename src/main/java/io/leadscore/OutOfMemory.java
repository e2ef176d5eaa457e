package io.leadscore;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends the process with exit code 1 and a sentence on stderr when memory runs out. The JVM's own way is exit code 3, which
 * means something else here, and a line on stdout. The launcher has the JVM write a byte into a pipe then; what follows
 * needs no memory.
 */
final class OutOfMemory {

    /** Names the pipe; set by the launcher. */
    private static final String PIPE_PROPERTY = "leadscore.oom";

    private OutOfMemory() {}

    /** From now on, until the process ends. */
    static void endsTheProcess() {
        String pipe = System.getProperty(PIPE_PROPERTY);
        if (pipe == null) {
            return;
        }
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        byte[] sentence = ("Leadscore ran out of memory: it may use " + megabytes + " MB.\n"
                        + "Allow it more, for example LEADSCORE_JAVA_OPTS=-Xmx" + Math.max(1, (2 * megabytes) >> 10)
                        + "g; the next run goes on from there.\n")
                .getBytes(StandardCharsets.UTF_8);
        FileOutputStream err = new FileOutputStream(FileDescriptor.err);
        Runtime runtime = Runtime.getRuntime();
        Thread watch = new Thread(() -> watch(pipe, err, sentence, runtime), "out-of-memory");
        watch.setDaemon(true);
        watch.start();
    }

    private static void watch(String pipe, FileOutputStream err, byte[] sentence, Runtime runtime) {
        try (FileInputStream told = new FileInputStream(pipe)) {
            if (told.read() >= 0) {
                err.write(sentence);
                runtime.halt(1);
            }
        } catch (IOException noPipe) {
            // Then a process that is out of memory ends as the JVM sees fit.
        }
    }
}
