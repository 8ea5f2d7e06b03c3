package org.ohmstead.app.http;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ohmstead.access.Permission;
import org.ohmstead.app.socket.StationEndpoint;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;

/** What the server is doing right now. */
@Path("/api/v1/status")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Server", description = "Whether the server is well, and what it is doing")
@Singleton
@Startup // so that it knows when that was
public class StatusResource {
    private final Database database;
    private final GroupCommit commits;
    private final ConnectedStations stations;
    private final StationEndpoint endpoint;
    private final Clock clock;
    private final String version;
    private final Instant startedAt;

    @Inject
    public StatusResource(
            Database database,
            GroupCommit commits,
            ConnectedStations stations,
            StationEndpoint endpoint,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.database = database;
        this.commits = commits;
        this.stations = stations;
        this.endpoint = endpoint;
        this.clock = clock;
        this.version = version;
        this.startedAt =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    /**
     * A moment in the server's life.
     *
     * @param startedAt     of the process
     * @param uptimeSeconds since then
     * @param stations      that are connected to this process, of those that who asks may see
     * @param connections   open sockets of stations, those included that have not said yet what they speak
     * @param waiting       what waits for its turn
     */
    public record Status(
            String version,
            Instant startedAt,
            long uptimeSeconds,
            DatabaseStatus database,
            Connected stations,
            int connections,
            Waiting waiting) {}

    /**
     * @param kind  {@code sqlite} or {@code postgres}
     * @param state {@code up} or {@code down}, as the last write or ping found it
     */
    public record DatabaseStatus(
            @Schema(enumeration = {"sqlite", "postgres"}) String kind,
            @Schema(enumeration = {"up", "down"}) String state) {}

    /** @param byVersion how many speak which version of OCPP */
    public record Connected(int connected, Map<String, Integer> byVersion) {}

    /**
     * @param writes   units of work that wait for their commit
     * @param commands calls to stations that were sent and not answered yet, or wait to be sent
     */
    public record Waiting(int writes, int commands) {}

    @GET
    @Permission("status.read")
    @Operation(summary = "Version, uptime, database, connected stations and queues")
    @APIResponse(responseCode = "200", description = "The status; it is never cached")
    public Status status() {
        Instant now = clock.instant();
        return new Status(
                version,
                startedAt,
                Duration.between(startedAt, now).toSeconds(),
                new DatabaseStatus(database.kind(), database.isUp() ? "up" : "down"),
                connected(),
                endpoint.connections(),
                new Waiting(commits.queued(), endpoint.waitingCalls()));
    }

    private Connected connected() {
        Map<String, Integer> byVersion = stations.byVersion();
        return new Connected(
                byVersion.values().stream().mapToInt(Integer::intValue).sum(), byVersion);
    }
}
