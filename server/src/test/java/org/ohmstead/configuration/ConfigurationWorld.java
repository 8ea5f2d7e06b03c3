package org.ohmstead.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.limits.SqlLimitStore;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.Database;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.AddressQuery;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.devicemodel.InventoryWatch;
import org.ohmstead.devicemodel.SqlVariableReads;
import org.ohmstead.devicemodel.SqlVariableStore;
import org.ohmstead.devicemodel.StationConfigurationResource;
import org.ohmstead.devicemodel.VariableAnswers;
import org.ohmstead.devicemodel.VariableView;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v16.GetConfiguration.KeyValue;
import org.ohmstead.reports.ReportRequests;
import org.ohmstead.reports.Reports;
import org.ohmstead.reports.SqlReportRequestStore;
import org.ohmstead.reports.SqlReportStore;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** The slice over a database, with one station. */
public final class ConfigurationWorld implements AutoCloseable {
    public final TestStations stations;
    public final StationRef cp7;
    public final DeviceModel model;
    public final Verbs verbs;
    public final Reports reports;
    public final ReportRequests requests;
    public final InventoryWatch inventories;
    public final ConfigurationReading reading;
    public final ConfigurationWriting writing;
    final ConfigurationResource resource;
    final StationConfigurationResource view;

    public ConfigurationWorld(Database database) {
        stations = new TestStations(database);
        cp7 = stations.station("CP-7");
        Outbox outbox = new Outbox(stations.clock);
        SqlVariableStore store = new SqlVariableStore(database, stations.commits, outbox);
        model = new DeviceModel(store, new SqlVariableReads(database));
        requests = new ReportRequests(new SqlReportRequestStore(database, stations.commits), stations.clock);
        reports = new Reports(new SqlReportStore(database, stations.commits), outbox);
        inventories = new InventoryWatch(model, reports, requests);
        List<CommandListener> listeners = List.of(new VariableAnswers(store), requests);
        verbs = TestCommands.verbs(stations, () -> listeners);
        StationLimits limits = new StationLimits(new SqlLimitStore(database, stations.commits), stations.clock);
        reading = new ConfigurationReading(verbs, limits, model, requests);
        writing = new ConfigurationWriting(verbs, limits);
        CurrentActor actor = CurrentActor.of(Actor.LOCAL);
        resource = new ConfigurationResource(reading, writing, actor);
        view = new StationConfigurationResource(model, stations.stations, actor);
    }

    /** The station comes, and answers so. */
    public ScriptedLink connect(OcppVersion version, Function<OcppCall<?>, Outcome<?>> says) {
        ScriptedLink link = new ScriptedLink(cp7, version, says);
        stations.links.put(link);
        return link;
    }

    public static Outcome<?> answer(OcppResult response) {
        return TestCommands.answer(response);
    }

    public void boot(OcppVersion version) {
        pass();
        stations.boots.boot(stations.caller(cp7, version), BootFacts.NONE);
        pass();
    }

    public void pass() {
        stations.clock.advance(Duration.ofSeconds(1));
    }

    public List<SettingResult> write(Setting... settings) {
        pass();
        return writing.write(Actor.LOCAL, "CP-7", List.of(settings), SendOptions.USUAL);
    }

    public ConfigurationReading.Asked ask(ReadingWish wish) {
        pass();
        return reading.ask(Actor.LOCAL, "CP-7", wish, SendOptions.USUAL);
    }

    public ConfigurationReading.Asked askAll() {
        return ask(new ReadingWish(List.of(), null, List.of(), "keys"));
    }

    public static Setting key(String key, String value) {
        return new Setting(Address.ofKey(key), value);
    }

    public static Setting variable(String component, String variable, String value) {
        return new Setting(Address.of(component, variable), value);
    }

    /** By the names, all that the view shows. */
    public Map<String, VariableView> shown() {
        Map<String, VariableView> shown = new TreeMap<>();
        String cursor = null;
        do {
            var page = view.list("CP-7", null, null, null, null, "100", cursor);
            page.items().forEach(each -> shown.put(each.name(), each));
            cursor = page.next();
        } while (cursor != null);
        return shown;
    }

    /** {@code name: before -> after by}, the newest first. */
    public List<String> history() {
        AddressQuery all = new AddressQuery(null, null, null, null, null, null, null, null);
        return view.history("CP-7", all, null, null).items().stream()
                .map(each -> each.name() + ": " + each.before() + " -> " + (each.gone() ? "gone" : each.after())
                        + (each.by() == null ? "" : " by " + each.by()))
                .toList();
    }

    @Override
    public void close() {
        stations.close();
    }

    /** A station of 1.6 that tells at most so many keys at once, and says what a test wants of changes. */
    public static final class Keys implements Function<OcppCall<?>, Outcome<?>> {
        public final Map<String, String> values = new LinkedHashMap<>();
        public final Map<String, ChangeConfiguration.Status> says = new LinkedHashMap<>();
        int most = 100;

        @Override
        public Outcome<?> apply(OcppCall<?> call) {
            return switch (call) {
                case GetConfiguration.Request get -> answer(get(get));
                case ChangeConfiguration.Request set -> {
                    ChangeConfiguration.Status status =
                            says.getOrDefault(set.key(), ChangeConfiguration.Status.Accepted);
                    if (status == ChangeConfiguration.Status.Accepted) {
                        values.put(set.key(), set.value());
                    }
                    yield answer(new ChangeConfiguration.Response(status));
                }
                default -> new Outcome.NotSupported<>("no " + call);
            };
        }

        private GetConfiguration.Response get(GetConfiguration.Request get) {
            List<KeyValue> known = new ArrayList<>();
            List<String> unknown = new ArrayList<>();
            List<String> wanted = get.key() == null ? List.copyOf(values.keySet()) : get.key();
            for (String key : wanted) {
                String own = values.keySet().stream()
                        .filter(key::equalsIgnoreCase)
                        .findFirst()
                        .orElse(null);
                if (own == null) {
                    unknown.add(key);
                } else if (known.size() < most) {
                    known.add(new KeyValue(own, false, values.get(own)));
                }
            }
            return new GetConfiguration.Response(known, unknown);
        }
    }
}
