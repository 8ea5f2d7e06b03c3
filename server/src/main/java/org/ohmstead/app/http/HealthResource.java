package org.ohmstead.app.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.PublicRoute;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.Database;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.EventRelay;
import org.ohmstead.events.ListenerState;

/** For load balancers and those who restart processes. */
@Path("/health")
@PublicRoute
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Server")
public class HealthResource {
    private static final String CANNOT =
            "It cannot, because the database does not answer or takes no writes, or a thread that writes has failed";

    /** A process that cannot write for as long does not recover by itself. */
    private static final Duration LONGEST_FAILING = Duration.ofMinutes(1);

    /** A listener that is behind for as long is stuck, not merely busy. */
    private static final Duration LONGEST_BEHIND = Duration.ofMinutes(5);

    private final Database database;
    private final Supervised writing;
    private final Supplier<List<ListenerState>> listeners;
    private final Iterable<Supervised> all;

    @Inject
    public HealthResource(Database database, GroupCommit commits, EventRelay events, @Any Instance<Supervised> all) {
        this(database, commits, events::states, all);
    }

    HealthResource(
            Database database, Supervised writing, Supplier<List<ListenerState>> listeners, Iterable<Supervised> all) {
        this.database = database;
        this.writing = writing;
        this.listeners = listeners;
        this.all = all;
    }

    /**
     * How it is.
     *
     * @param status   {@code up} or {@code down}
     * @param database {@code sqlite} or {@code postgres}, and whether it answers
     * @param threads  of the server that have failed since its start; none is the rule
     * @param listeners to events that are far behind, or have missed some; none is the rule
     */
    public record Health(
            @Schema(enumeration = {"up", "down"}) String status,
            DatabaseHealth database,
            List<ThreadHealth> threads,
            List<ListenerHealth> listeners) {}

    /**
     * A listener to events, such as the webhooks, that does not get on. The server itself does its work all the same.
     *
     * @param status        {@code behind}: an event has waited for more than five minutes; {@code up}: it gets on again
     * @param waiting       events that it has not taken yet
     * @param behindSeconds how long the oldest of them has waited, in seconds
     * @param abandoned     events that it failed to take so often that they were given up, since the start
     * @param lost          events that were deleted for their age (event-retention) before it had them, since the start
     */
    public record ListenerHealth(
            String name,
            @Schema(enumeration = {"up", "behind"}) String status,
            long waiting,
            long behindSeconds,
            long abandoned,
            long lost) {}

    /** The database's part of it: whether it answers and takes writes. */
    public record DatabaseHealth(
            @Schema(enumeration = {"sqlite", "postgres"}) String kind,
            @Schema(enumeration = {"up", "down"}) String status,

            @Schema(description = "Why it is down, such as a disk that is full; null: it is up") @Nullable
            String reason) {}

    /**
     * A thread of the server that has failed; the log says why.
     *
     * @param status   {@code up}: it has begun anew; {@code down}: it is about to
     * @param failures how often it has failed since the start
     */
    public record ThreadHealth(
            String name,
            @Schema(enumeration = {"up", "down"}) String status,
            long failures) {}

    /**
     * Whether the process lives.
     *
     * @param status  {@code up} or {@code down}
     * @param threads as in {@link Health}
     */
    public record Life(@Schema(enumeration = {"up", "down"}) String status, List<ThreadHealth> threads) {}

    @GET
    @Operation(summary = "Whether the server can do its work; the same as /health/ready")
    @APIResponse(
            responseCode = "200",
            description = "It can",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(
            responseCode = "503",
            description = CANNOT,
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Response health() {
        return ready();
    }

    @GET
    @Path("live")
    @Operation(summary = "Whether the process lives; restart it when this says no or does not answer")
    @APIResponse(
            responseCode = "200",
            description = "It does",
            content = @Content(schema = @Schema(implementation = Life.class)))
    @APIResponse(
            responseCode = "503",
            description = "A thread that writes has failed again and again for more than a minute",
            content = @Content(schema = @Schema(implementation = Life.class)))
    public Response live() {
        boolean lives = writing.threads().stream()
                .allMatch(thread -> thread.failingFor().compareTo(LONGEST_FAILING) <= 0);
        return Response.status(lives ? 200 : 503)
                .entity(new Life(word(lives), failed()))
                .build();
    }

    @GET
    @Path("ready")
    @Operation(summary = "Whether the server can do its work: whether the database answers and takes writes")
    @APIResponse(
            responseCode = "200",
            description = "It can",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(
            responseCode = "503",
            description = CANNOT,
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Response ready() {
        String reason = reason();
        boolean up = reason == null && writing.threads().stream().allMatch(SupervisedThread.State::running);
        return Response.status(up ? 200 : 503)
                .entity(new Health(
                        word(up),
                        new DatabaseHealth(database.kind(), word(reason == null), reason),
                        failed(),
                        behind()))
                .build();
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }

    private List<ThreadHealth> failed() {
        return StreamSupport.stream(all.spliterator(), false)
                .flatMap(each -> each.threads().stream())
                .filter(thread -> thread.failures() > 0)
                .map(thread -> new ThreadHealth(thread.name(), word(thread.running()), thread.failures()))
                .toList();
    }

    private List<ListenerHealth> behind() {
        return listeners.get().stream()
                .filter(each -> isBehind(each) || each.abandoned() + each.lost() > 0)
                .map(each -> new ListenerHealth(
                        each.name(),
                        isBehind(each) ? "behind" : "up",
                        each.waiting(),
                        each.behind().toSeconds(),
                        each.abandoned(),
                        each.lost()))
                .toList();
    }

    private static boolean isBehind(ListenerState listener) {
        return listener.behind().compareTo(LONGEST_BEHIND) > 0;
    }

    /** A full disk answers any question and takes no write, so both have to be well. */
    private @Nullable String reason() {
        try {
            database.ping();
            return database.outage().orElse(null);
        } catch (StoreUnavailable e) {
            return e.getMessage();
        }
    }
}
