package org.ohmstead.configuration.desired;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ohmstead.access.Actor;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.configuration.ConfigurationReading;
import org.ohmstead.configuration.ConfigurationWriting;
import org.ohmstead.configuration.ReadingWish;
import org.ohmstead.configuration.Setting;
import org.ohmstead.configuration.SettingResult;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.stations.Station;

/** Asks a station what it is set to, and sets what is to be otherwise. */
@Singleton
public class Restoring {
    private final DesiredConfiguration desired;
    private final DeviceModel model;
    private final Verbs verbs;
    private final ConfigurationReading reading;
    private final ConfigurationWriting writing;
    private final RestoredEvents events;

    @Inject
    public Restoring(
            DesiredConfiguration desired,
            DeviceModel model,
            Verbs verbs,
            ConfigurationReading reading,
            ConfigurationWriting writing,
            RestoredEvents events) {
        this.desired = desired;
        this.model = model;
        this.verbs = verbs;
        this.reading = reading;
        this.writing = writing;
        this.events = events;
    }

    /** Whether a station is known not to be set to what is enforced, or was never asked for it. The station is not asked now. */
    boolean isDue(Actor by, String identity) {
        Addressee addressee = verbs.addressee(by, identity);
        boolean v2 = addressee.version().isV2();
        return desired.drift(addressee.station()).stream()
                .filter(each ->
                        each.wanted().enforce() && each.wanted().address().isKey() != v2)
                .anyMatch(each -> each.state() == Drift.State.DIFFERS
                        || (each.state() == Drift.State.UNKNOWN && each.write() == null));
    }

    /**
     * Has a station set to what it is to be set to. Blocks until it has answered; so no handler of a station's messages may come here.
     *
     * @param all false: only what is enforced
     * @return what it was told, and said to each; of another version's names it is told nothing
     * @throws org.ohmstead.api.Refused as of any command
     */
    public List<SettingResult> restore(Actor by, String identity, boolean all, SendOptions options) {
        Addressee addressee = verbs.addressee(by, identity);
        Station station = addressee.station();
        boolean v2 = addressee.version().isV2();
        Predicate<Drift> concerned = each ->
                (all || each.wanted().enforce()) && each.wanted().address().isKey() != v2;
        Map<String, Address> toRead = new LinkedHashMap<>();
        desired.drift(station).stream()
                .filter(concerned)
                .forEach(each ->
                        toRead.put(each.wanted().address().key(), each.wanted().address()));
        model.unsettled(station.ref()).stream()
                .filter(each -> each.isKey() != v2 && !each.isSecret())
                .forEach(each -> toRead.putIfAbsent(each.key(), each));
        if (toRead.isEmpty()) {
            return List.of();
        }
        reading.ask(by, identity, ReadingWish.of(List.copyOf(toRead.values())), options);
        List<Drift> otherwise = desired.drift(station).stream()
                .filter(concerned.and(Drift::isToBeSet))
                .toList();
        if (otherwise.isEmpty()) {
            return List.of();
        }
        List<SettingResult> results = writing.write(
                by,
                identity,
                otherwise.stream()
                        .map(each -> new Setting(
                                each.wanted().address(), each.wanted().value()))
                        .toList(),
                options.withoutKey());
        events.restored(station.ref(), values(otherwise, results));
        return results;
    }

    private static List<ConfigurationRestored.Value> values(List<Drift> otherwise, List<SettingResult> results) {
        List<ConfigurationRestored.Value> values = new ArrayList<>();
        for (int i = 0; i < otherwise.size(); i++) {
            Drift drift = otherwise.get(i);
            values.add(new ConfigurationRestored.Value(
                    drift.wanted().address().shown(),
                    drift.wanted().value(),
                    drift.found(),
                    results.get(i).result()));
        }
        return values;
    }
}
