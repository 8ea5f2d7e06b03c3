package org.ohmstead.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.jobs.JobRunner;

/** How the jobs run in this server; what another server runs is in that one's metrics. */
@Singleton
class JobMetrics {
    private static final String JOB = "job";

    private final MeterRegistry registry;
    private final JobRunner jobs;

    @Inject
    JobMetrics(MeterRegistry registry, JobRunner jobs) {
        this.registry = registry;
        this.jobs = jobs;
    }

    void register(@Observes StartupEvent event) {
        jobs.names().forEach(this::register);
        Gauge.builder("ohmstead.jobs.late.seconds", jobs, all -> all.late().toMillis() / 1e3)
                .description("How long the job that is due longest waits already, as this server saw it last")
                .register(registry);
    }

    private void register(String job) {
        FunctionCounter.builder("ohmstead.job.runs", jobs, all -> all.runs(job))
                .description("Runs of a job since the start of this server")
                .tag(JOB, job)
                .register(registry);
        FunctionCounter.builder("ohmstead.job.failures", jobs, all -> all.failures(job))
                .description("Runs of a job that have failed")
                .tag(JOB, job)
                .register(registry);
        FunctionCounter.builder(
                        "ohmstead.job.seconds", jobs, all -> all.busy(job).toMillis() / 1e3)
                .description("Time that runs of a job took")
                .tag(JOB, job)
                .register(registry);
        Gauge.builder("ohmstead.job.failing", jobs, all -> all.failing(job))
                .description("How many of the newest runs of a job have failed, one after another")
                .tag(JOB, job)
                .register(registry);
        Gauge.builder("ohmstead.job.last.end.seconds", jobs, all -> all.lastEnd(job))
                .description("When a job last ended in this server, in seconds since 1970; 0: not yet")
                .tag(JOB, job)
                .register(registry);
    }
}
