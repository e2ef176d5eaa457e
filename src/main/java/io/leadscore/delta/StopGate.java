package io.leadscore.delta;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Lets no step begin once the application is stopping. Thread-safe. */
record StopGate(CleanStop cleanStop) implements StepExecutionListener {

    @Override
    public void beforeStep(StepExecution step) {
        if (cleanStop.isStopping()) {
            step.setTerminateOnly();
        }
    }
}
