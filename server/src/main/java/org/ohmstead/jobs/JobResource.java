package org.ohmstead.jobs;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Permission;

/** What the server does of itself. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Server")
public class JobResource {
    private final JobRunner jobs;

    @Inject
    public JobResource(JobRunner jobs) {
        this.jobs = jobs;
    }

    /**
     * The jobs of all servers that share the database.
     *
     * @param recurring what is done every so often, by name
     * @param oneOff    what is done once, in numbers: each kind of which there is one
     */
    public record JobList(List<RecurringJobView> recurring, List<OneOffJobsView> oneOff) {}

    /** One-off jobs of a kind. */
    public record OneOffJobsView(
            String name,

            @Schema(description = "How many wait for their time")
            int waiting,

            @Schema(description = "How many run") int running,

            @Schema(description = "How many have failed and are tried again")
            int failing,

            @Schema(description = "When the first of those that wait is due; null: none waits") @Nullable
            Instant nextRunAt) {}

    @GET
    @Permission("job.read")
    @Operation(
            summary = "Lists what the server does of itself: schedule, last and next run, failures",
            description = "Not to be confused with the jobs of stations, such as firmware updates.")
    @APIResponse(responseCode = "200", description = "All of them; as they stand, never cached")
    public JobList list() {
        return new JobList(
                jobs.recurring(),
                jobs.oneOffs().stream()
                        .map(kind -> new OneOffJobsView(
                                kind.name(), kind.waiting(), kind.running(), kind.failing(), kind.nextAt()))
                        .toList());
    }
}
