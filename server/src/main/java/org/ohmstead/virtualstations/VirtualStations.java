package org.ohmstead.virtualstations;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.background.OneByOne;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.Fleet;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.stations.NewStation;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.tenants.RegisteredTenant;
import org.ohmstead.tenants.Tenants;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.Tokens;

/** Starts and stops them. Each has a station, a password and a token of its own, which are the operator's to see and to change. */
@Singleton
public class VirtualStations {
    private static final String PREFIX = "VIRTUAL-";
    private static final int MOST_OF_A_TENANT = 3;
    private static final int MOST = 20;

    /** Of a car, and between two of them: short, so that something is to be seen. */
    private static final Duration STAY = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_METERS = Duration.ofSeconds(5);

    private final Stations stations;
    private final Tokens tokens;
    private final Tenants tenants;
    private final VirtualStationSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final List<Running> running = new ArrayList<>();

    private record Running(
            StationRef station, OcppVersion version, Instant startedAt, Actor by, long token, Fleet fleet) {}

    @Inject
    public VirtualStations(
            Stations stations, Tokens tokens, Tenants tenants, VirtualStationSettings settings, Clock clock) {
        this.stations = stations;
        this.tokens = tokens;
        this.tenants = tenants;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those that whoever asks may see. */
    synchronized List<VirtualStationView> list(Scope scope) {
        return running.stream()
                .filter(each -> each.station().tenant() == scope.tenant()
                        && stations.find(scope, each.station().identity()).isPresent())
                .map(VirtualStations::view)
                .toList();
    }

    /** @throws Refused too many run already */
    synchronized VirtualStationView start(Actor by, OcppVersion version) {
        if (by.scope().isLimited()) {
            throw Refused.forbidden(
                    null, "You see the stations of some groups only, and a simulated one is in none of them.");
        }
        long own = running.stream()
                .filter(each -> each.station().tenant() == by.tenant())
                .count();
        if (own >= MOST_OF_A_TENANT || running.size() >= MOST) {
            throw Refused.conflict(
                    null,
                    own + " simulated stations run already; " + MOST_OF_A_TENANT + " of an organisation and " + MOST
                            + " of all are allowed. Stop one first, or use ./ohmstead simulate, which has no such limit.");
        }
        Station station = station(by);
        String password = secret(16);
        stations.setPassword(by, station.ref(), password, false, any -> {});
        StoredToken token = tokens.create(by, token());
        Fleet fleet = aFleet();
        fleet.add(
                options(by.tenant(), station.ref().identity(), version).password(password),
                new org.ohmstead.simulator.station.authorization.Token(
                        token.token().value()),
                PAUSE,
                STAY);
        fleet.begin();
        Running started = new Running(
                station.ref(), version, clock.instant().truncatedTo(ChronoUnit.MICROS), by, token.id(), fleet);
        running.add(started);
        return view(started);
    }

    /** With a Vert.x of its own, which is not to be made on a thread of the server's. */
    private static Fleet aFleet() {
        CompletableFuture<Fleet> made = new CompletableFuture<>();
        Thread.ofPlatform().name("virtual-stations").start(() -> made.complete(new Fleet(0, false)));
        return made.join();
    }

    /** The first one of the name that does not run; one that ran before goes on. */
    private Station station(Actor by) {
        for (int number = 1; ; number++) {
            String identity = PREFIX + number;
            boolean runs = running.stream()
                    .anyMatch(each -> each.station().tenant() == by.tenant()
                            && each.station().identity().equals(identity));
            if (!runs) {
                return stations.find(by.scope(), identity)
                        .orElseGet(() -> stations.create(by, NewStation.of(identity, StationConfig.DEFAULT)));
            }
        }
    }

    private Token token() {
        String note = "Of a simulated station";
        return new Token(
                "V" + secret(8).toUpperCase(Locale.ROOT),
                "ISO14443",
                null,
                false,
                null,
                0,
                List.of(),
                null,
                null,
                null,
                note);
    }

    private String secret(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private StationOptions options(long tenant, String identity, OcppVersion version) {
        StationOptions options = new StationOptions(identity)
                .url(settings.server().get() + "/ocpp" + folder(tenant))
                .version(version)
                .seed(random.nextLong())
                .meterInterval(BETWEEN_METERS)
                .plugsOnRemoteStart(true)
                .outlets(2);
        return version == OcppVersion.V21 ? options.dc(150_000) : options.ac(22_000);
    }

    /** Stations of the first organisation have none in their URL. */
    private String folder(long tenant) {
        return tenants.get(tenant)
                .map(RegisteredTenant::tenant)
                .filter(each -> !each.isDefault())
                .map(each -> "/" + each.slug())
                .orElse("");
    }

    /** Hangs up; the station and its sessions stay. @throws Refused not found */
    void stop(Actor by, String identity) {
        Running found = take(by.scope(), identity);
        end(found, by);
    }

    private synchronized Running take(Scope scope, String identity) {
        Running found = running.stream()
                .filter(each -> each.station().tenant() == scope.tenant()
                        && each.station().identity().equalsIgnoreCase(identity)
                        && stations.find(scope, identity).isPresent())
                .findFirst()
                .orElseThrow(() -> Refused.notFound("No simulated station '" + identity
                        + "' runs; GET /api/v1/virtual-stations lists those that do."));
        running.remove(found);
        return found;
    }

    /** Its token is good for nothing else, so it goes with it. */
    private void end(Running ended, Actor by) {
        ended.fleet().close();
        OneByOne.attemptOrLeave("the token of " + ended.station().identity(), () -> {
            try {
                tokens.delete(by, ended.token(), any -> {});
            } catch (Refused gone) {
                // an operator was quicker
            }
        });
    }

    @PreDestroy
    void close() {
        List<Running> all;
        synchronized (this) {
            all = List.copyOf(running);
            running.clear();
        }
        all.forEach(each -> each.fleet().close());
    }

    private static VirtualStationView view(Running each) {
        return new VirtualStationView(each.station().identity(), each.version().number(), each.startedAt());
    }
}
