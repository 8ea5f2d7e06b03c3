package org.ohmstead.locallist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.commands.Command;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandOrder;
import org.ohmstead.commands.CommandOrders;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.Wait;
import org.ohmstead.commands.limits.SqlLimitStore;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.Database;
import org.ohmstead.devicemodel.TestModel;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v16.GetLocalListVersion;
import org.ohmstead.ocpp.v16.SendLocalList;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.Tokens;

/** The slice over a database, and one station with a list. */
final class ListWorld implements AutoCloseable {
    final TestStations stations;
    final StationRef cp7;
    final Tokens tokens;
    final StationLimits limits;
    final TestModel model;
    final CommandOrders orders;
    final LocalListWatch watch;
    final LocalListResource resource;
    final ListedStation station = new ListedStation();

    /** A station that keeps a list as the specification wants it. */
    static final class ListedStation {
        final List<String> log = new CopyOnWriteArrayList<>();
        final Map<String, String> entries = new TreeMap<>();
        int version;
        boolean mismatches;
        boolean silent;

        Outcome<?> answer(OcppCall<?> call) {
            return switch (call) {
                case GetLocalListVersion.Request asked -> version(new GetLocalListVersion.Response(version));
                case org.ohmstead.ocpp.v2.GetLocalListVersion.Request asked ->
                    version(new org.ohmstead.ocpp.v2.GetLocalListVersion.Response(version));
                case SendLocalList.Request list -> {
                    List<String[]> changes = new ArrayList<>();
                    if (list.localAuthorizationList() != null) {
                        list.localAuthorizationList()
                                .forEach(one -> changes.add(new String[] {
                                    one.idTag(),
                                    one.idTagInfo() == null
                                            ? null
                                            : one.idTagInfo().status().name()
                                }));
                    }
                    boolean taken = take(list.listVersion(), list.updateType().name(), changes);
                    yield said(new SendLocalList.Response(
                            taken ? SendLocalList.Status.Accepted : SendLocalList.Status.VersionMismatch));
                }
                case org.ohmstead.ocpp.v2.SendLocalList.Request list -> {
                    List<String[]> changes = new ArrayList<>();
                    if (list.localAuthorizationList() != null) {
                        list.localAuthorizationList()
                                .forEach(one -> changes.add(new String[] {
                                    one.idToken().idToken(),
                                    one.idTokenInfo() == null
                                            ? null
                                            : one.idTokenInfo().status().name()
                                }));
                    }
                    boolean taken = take(list.versionNumber(), list.updateType().name(), changes);
                    yield said(new org.ohmstead.ocpp.v2.SendLocalList.Response(
                            taken
                                    ? org.ohmstead.ocpp.v2.SendLocalList.SendLocalListStatus.Accepted
                                    : org.ohmstead.ocpp.v2.SendLocalList.SendLocalListStatus.VersionMismatch));
                }
                default -> throw new AssertionError(call);
            };
        }

        private Outcome<?> version(OcppResult answer) {
            log.add("version");
            return new Outcome.Answered<>(answer, Duration.ofMillis(5), List.of());
        }

        private Outcome<?> said(OcppResult answer) {
            return silent
                    ? new Outcome.TimedOut<>(Duration.ofSeconds(30))
                    : new Outcome.Answered<>(answer, Duration.ofMillis(5), List.of());
        }

        private boolean take(int next, String type, List<String[]> changes) {
            List<String> words = new ArrayList<>();
            changes.forEach(one -> words.add(one[1] == null ? one[0] : one[0] + "=" + one[1]));
            log.add(next + " " + type + " " + String.join(" ", words));
            boolean full = type.equals("Full");
            if (!full && (mismatches || next <= version)) {
                return false;
            }
            if (full) {
                entries.clear();
            }
            changes.forEach(one -> {
                if (one[1] == null) {
                    entries.remove(one[0]);
                } else {
                    entries.put(one[0], one[1]);
                }
            });
            version = next;
            return true;
        }
    }

    ListWorld(Database database) {
        stations = new TestStations(database);
        cp7 = stations.station("CP-7");
        tokens = new Tokens(new SqlTokenStore(stations.database, stations.commits), stations.audit, stations.clock);
        model = new TestModel(stations);
        limits = new StationLimits(new SqlLimitStore(stations.database, stations.commits), stations.clock);
        SqlLocalListStore store =
                new SqlLocalListStore(stations.database, stations.commits, new Outbox(stations.clock));
        CommandListener listener = new LocalListCommands(store, limits, stations.clock);
        orders = TestCommands.orders(stations, () -> List.of(listener));
        LocalListSync sync = new LocalListSync(
                store,
                new WantedEntries(tokens, limits, model.model, stations.clock),
                new Verbs(stations.stations, stations.links, orders),
                stations.links,
                stations.gate,
                stations.clock);
        LocalListSettings settings = LocalListSettings.defaults();
        watch = new LocalListWatch(store, sync, stations.links, tokens, settings, stations.clock);
        resource = new LocalListResource(
                new LocalLists(store, sync, limits, settings, stations.audit),
                stations.stations,
                CurrentActor.of(Actor.LOCAL));
    }

    void connect(OcppVersion version) {
        stations.links.put(new ScriptedLink(cp7, version, station::answer));
    }

    /** The station tells how much it takes. */
    void limits(int entries, int inMessage) {
        limits.answered(
                cp7,
                new GetConfiguration.Response(
                        List.of(
                                new GetConfiguration.KeyValue("LocalAuthListMaxLength", true, "" + entries),
                                new GetConfiguration.KeyValue("SendLocalListMaxLength", true, "" + inMessage)),
                        null));
    }

    StoredToken token(String value) {
        return token(card(value));
    }

    StoredToken token(Token token) {
        stations.clock.advance(Duration.ofMillis(1));
        return tokens.create(Actor.LOCAL, token);
    }

    static Token card(String value) {
        return new Token(value, "ISO14443", null, false, null, 1, List.of(), null, null, null, null);
    }

    SyncView sync() {
        return resource.sync("CP-7", null, null);
    }

    LocalListView view() {
        return resource.get("CP-7");
    }

    List<String> entries() {
        return resource.entries("CP-7", null, null).items().stream()
                .map(one -> one.token() + " " + one.status())
                .toList();
    }

    void door(String payload) {
        try {
            orders.submit(
                    Actor.LOCAL,
                    new CommandOrder(
                            new Command(
                                    "CP-7",
                                    "SendLocalList",
                                    new ObjectMapper().readTree(payload.replace('\'', '"')),
                                    Wait.USUAL),
                            Wait.USUAL,
                            null,
                            null));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        stations.close();
    }
}
