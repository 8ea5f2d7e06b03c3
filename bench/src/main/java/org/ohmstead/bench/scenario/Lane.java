package org.ohmstead.bench.scenario;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.ohmstead.bench.load.Cards;
import org.ohmstead.bench.load.Facts;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Fleets;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.rig.Api;
import org.ohmstead.bench.rig.Database;
import org.ohmstead.bench.rig.OwnProcess;
import org.ohmstead.bench.rig.ProcessFacts;
import org.ohmstead.bench.rig.ServerProcess;
import org.ohmstead.bench.rig.Target;

/** A server with its stations connected, which takes turns with others. */
final class Lane implements Closeable {
    private static final Duration CONNECTED = Duration.ofSeconds(120);

    private final Fleet fleet;
    private final ProcessFacts facts;
    private final Closeable server;
    private final Supplier<Api> api;

    private Lane(Fleet fleet, ProcessFacts facts, Closeable server, Supplier<Api> api) {
        this.fleet = fleet;
        this.facts = facts;
        this.server = server;
        this.api = api;
    }

    /** A bare WebSocket server that sends back what it gets. */
    static Lane echo(Setting setting, int stations) throws IOException, InterruptedException, TimeoutException {
        OwnProcess server = OwnProcess.onServersCore(setting.cores(), List.of("echo-server"));
        int port = Integer.parseInt(server.awaitLine("listening ", Duration.ofSeconds(30)));
        URI http = URI.create("http://127.0.0.1:" + port);
        Fleet fleet = Fleet.of(URI.create("ws://127.0.0.1:" + port));
        fleet.connect(Fleets.echoes(stations), CONNECTED);
        return new Lane(fleet, server.facts(), server, () -> new Api(http, ""));
    }

    /** Our server, with stations that send Heartbeats. */
    static Lane heartbeats(Setting setting, int stations) throws IOException, InterruptedException, TimeoutException {
        Target target = setting.target().open(setting.cores(), Database.Kind.SQLITE);
        target.server().start();
        register(target.server(), stations, List.of());
        return connected(target, Fleets.heartbeats(0, stations, List.of(Version.V16, Version.V201)));
    }

    /** Our server, with stations that charge. */
    static Lane sessions(Setting setting, Database.Kind database, int stations, List<Version> versions, Cards cards)
            throws IOException, InterruptedException, TimeoutException {
        Target target = setting.target().open(setting.cores(), database);
        target.server().start();
        register(target.server(), stations, cards.values(stations));
        return connected(target, Fleets.sessions(stations, versions, cards, setting.clock(), Facts.UNCHECKED));
    }

    /** Our server, with stations that each charge one car for ever. */
    static Lane charging(Setting setting, int stations, List<Version> versions)
            throws IOException, InterruptedException, TimeoutException {
        Target target = setting.target().open(setting.cores(), Database.Kind.SQLITE);
        target.server().start();
        register(target.server(), stations, Cards.OWN.values(stations));
        return connected(target, Fleets.charging(stations, versions, setting.clock()));
    }

    private static Lane connected(Target target, List<Fleet.Plan> plans) throws InterruptedException, TimeoutException {
        Fleet fleet = Fleet.of(target.stations());
        fleet.connect(plans, CONNECTED);
        return new Lane(fleet, target.server().facts(), target, target.server()::api);
    }

    static void register(ServerProcess server, int stations, List<String> tokens)
            throws IOException, InterruptedException {
        try (Api api = server.api()) {
            api.stations(Fleets.identities(stations));
            api.tokens(tokens);
        }
    }

    Api api() {
        return api.get();
    }

    Fleet fleet() {
        return fleet;
    }

    ProcessFacts facts() {
        return facts;
    }

    @Override
    public void close() throws IOException {
        fleet.close();
        server.close();
    }
}
