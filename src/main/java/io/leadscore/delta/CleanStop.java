package io.leadscore.delta;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.SmartLifecycle;

/**
 * Lets a run in progress end at its next chunk when the application is told to stop (SIGTERM), so that the next run
 * goes on from there. JobOperator.stop would not do inside the same process: it closes the readers of steps that are
 * still reading. Thread-safe.
 */
final class CleanStop implements SmartLifecycle, JobExecutionListener {

    private final Set<JobExecution> running = ConcurrentHashMap.newKeySet();
    private int runs;
    private volatile boolean started;
    private volatile boolean closing;
    private volatile boolean runToStop;

    @Override
    public void beforeJob(JobExecution execution) {
        runToStop = false;
        running.add(execution);
    }

    @Override
    public void afterJob(JobExecution execution) {
        running.remove(execution);
    }

    /** A run begins: what it leaves behind when it ends, its status and its lease, is waited for, too. */
    synchronized void runBegins() {
        runs++;
    }

    /** A run has ended, and nothing of it is left to be written. */
    synchronized void runEnds() {
        runs--;
        notifyAll();
    }

    /** Whether no further step should begin. */
    boolean isStopping() {
        return closing || runToStop;
    }

    /** Makes the run in progress end at its next chunk. */
    void requestStop() {
        runToStop = true;
        running.forEach(execution -> execution.getStepExecutions().forEach(StepExecution::setTerminateOnly));
    }

    @Override
    public void start() {
        started = true;
        closing = false;
    }

    @Override
    public synchronized void stop() {
        closing = true;
        requestStop();
        try {
            while (runs > 0) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            LoggerFactory.getLogger(CleanStop.class)
                    .warn("Interrupted while waiting for the run in progress to end at a chunk's end");
        }
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Before everything else that stops: the run still needs the database and HubSpot. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
