package org.ohmstead.networkprofiles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.configuration.ConfigurationReading;
import org.ohmstead.configuration.ReadingWish;
import org.ohmstead.db.Scope;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.devicemodel.KnownVariable;
import org.ohmstead.stations.StationRef;

/** What slots of stations hold, and telling them (2.x B09). */
@Singleton
public class NetworkProfiles {
    static final String SET = "SetNetworkProfile";
    static final Address ACTIVE = Address.of("OCPPCommCtrlr", "ActiveNetworkProfile");
    static final Address PRIORITY = Address.of("OCPPCommCtrlr", "NetworkConfigurationPriority");

    private final SqlNetworkProfileStore store;
    private final DeviceModel model;
    private final ConfigurationReading reading;
    private final Verbs verbs;

    @Inject
    public NetworkProfiles(SqlNetworkProfileStore store, DeviceModel model, ConfigurationReading reading, Verbs verbs) {
        this.store = store;
        this.model = model;
        this.reading = reading;
        this.verbs = verbs;
    }

    /** In the order of the slots: those that were told from here. */
    public List<NetworkProfile> of(Scope scope, StationRef station) {
        return store.of(scope, station);
    }

    public Optional<NetworkSwitch> lastSwitch(Scope scope, StationRef station) {
        return store.lastSwitch(scope, station);
    }

    /** As far as the station has told. */
    Slots slots(StationRef station) {
        Map<String, KnownVariable> known = model.of(station, List.of(ACTIVE, PRIORITY));
        KnownVariable active = known.get(ACTIVE.key());
        KnownVariable priority = known.get(PRIORITY.key());
        return new Slots(
                active == null ? null : Slots.number(active.value()),
                priority == null ? List.of() : Slots.list(priority.value()),
                priority == null ? List.of() : Slots.list(priority.traits().values()));
    }

    /** The same, after asking the station. */
    Slots ask(Actor by, StationRef station) {
        reading.ask(by, station.identity(), ReadingWish.of(List.of(ACTIVE, PRIORITY)), SendOptions.USUAL);
        return slots(station);
    }

    /**
     * Tells a station what a slot is to hold. Blocks until the outcome is known, or for as long as the options say.
     *
     * @param profile {@code connectionData} of SetNetworkProfile
     * @throws Refused invalid for what does not fit its schema, or a slot that the station has not; in conflict for the slot that is
     *                 in use, whose loss could cut the station off; as of any command
     */
    public VerbResult set(Actor by, String identity, int slot, ObjectNode profile, SendOptions options) {
        Addressee addressee = verbs.addressee(by, identity);
        if (addressee.version().isV2()) {
            check(by, addressee.ref(), slot);
        }
        ObjectNode payload = Words.newPayload();
        payload.put("configurationSlot", slot).set("connectionData", profile);
        return verbs.tell(by, identity, Verb.of(SET, payload), options);
    }

    private void check(Actor by, StationRef station, int slot) {
        Slots slots = slots(station);
        if (slots.inUse() == null) {
            slots = ask(by, station);
        }
        Integer inUse = slots.inUse();
        if (inUse == null) {
            throw Refused.conflict(
                    "slot",
                    station.identity()
                            + " has not told which slot it uses, and the one in use must not be changed. Connect"
                            + " it, or ask it for OCPPCommCtrlr.NetworkConfigurationPriority with POST /api/v1/stations/"
                            + station.identity() + "/configuration/refresh.");
        }
        if (inUse == slot) {
            throw Refused.conflict(
                    "slot",
                    "Slot " + slot + " is the one that " + station.identity()
                            + " is connected with. Set another slot, and switch to it.");
        }
        checkThere(station, slots, slot);
    }

    static void checkThere(StationRef station, Slots slots, int slot) {
        if (!slots.there().isEmpty() && !slots.there().contains(slot)) {
            throw Refused.invalid(
                    "slot",
                    "slot is " + slot + "; " + station.identity() + " has " + slots.there()
                            + " (values of OCPPCommCtrlr.NetworkConfigurationPriority).");
        }
    }

    /** Where the station stands, after asking it where that is not known; null: it does not say. */
    public @Nullable Integer learnInUse(Actor by, StationRef station) {
        Integer known = inUse(station);
        return known == null ? ask(by, station).inUse() : known;
    }

    /** Where the station stands, for people; null: not known. */
    public @Nullable Integer inUse(StationRef station) {
        return slots(station).inUse();
    }

    /** The slots in the order in which it tries them; none: not known. */
    public List<Integer> priority(StationRef station) {
        return slots(station).priority();
    }
}
