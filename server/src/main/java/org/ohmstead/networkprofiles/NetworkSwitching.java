package org.ohmstead.networkprofiles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.configuration.ConfigurationWriting;
import org.ohmstead.configuration.Setting;
import org.ohmstead.configuration.SettingResult;
import org.ohmstead.networkprofiles.NetworkSwitch.State;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;

/** Moves stations from one slot to another: the order in which they try them, then a boot (2.x B10). */
@Singleton
public class NetworkSwitching {
    private final SqlNetworkProfileStore store;
    private final NetworkProfiles profiles;
    private final ConfigurationWriting writing;
    private final Verbs verbs;
    private final Clock clock;

    @Inject
    public NetworkSwitching(
            SqlNetworkProfileStore store,
            NetworkProfiles profiles,
            ConfigurationWriting writing,
            Verbs verbs,
            Clock clock) {
        this.store = store;
        this.profiles = profiles;
        this.writing = writing;
        this.verbs = verbs;
        this.clock = clock;
    }

    /** When a station boots to go to another slot. */
    public enum When {
        /** When no transaction runs. */
        ON_IDLE("OnIdle"),
        /** At once; transactions that run end. */
        IMMEDIATE("Immediate");

        private final String word;

        When(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Has a station go to a slot. The one before stays behind it, so that it falls back when it does not get through.
     *
     * @throws Refused invalid for a slot that is not there; in conflict for a station of 1.6, the slot in use, or one that nobody has
     *                 set; as of any command
     */
    public NetworkSwitch go(Actor by, String identity, int slot, When when) {
        Addressee addressee = verbs.addressee(by, identity);
        StationRef station = addressee.ref();
        if (!addressee.version().isV2()) {
            throw Refused.conflict(
                    null, identity + " speaks OCPP 1.6, which has no network profiles. Nothing was sent.");
        }
        Slots slots = profiles.ask(by, station);
        check(by, station, slots, slot);
        List<Integer> order = new ArrayList<>(List.of(slot));
        slots.priority().stream().filter(each -> each != slot).forEach(order::add);
        String priority = order.stream().map(String::valueOf).collect(Collectors.joining(","));
        Instant now = now();
        NetworkSwitch move = new NetworkSwitch(slot, slots.inUse(), priority, State.TELLING, null, by.word(), now, now);
        store.put(station, move);
        NetworkSwitch told = tell(by, station, move, when);
        store.put(station, told);
        return told;
    }

    private void check(Actor by, StationRef station, Slots slots, int slot) {
        NetworkProfiles.checkThere(station, slots, slot);
        if (Integer.valueOf(slot).equals(slots.inUse())) {
            throw Refused.conflict("slot", station.identity() + " is connected with slot " + slot + " already.");
        }
        boolean set = profiles.of(by.scope(), station).stream()
                .anyMatch(each -> each.slot() == slot && each.state() == NetworkProfile.State.SET);
        if (!set && !slots.priority().contains(slot)) {
            throw Refused.conflict(
                    "slot",
                    "Nobody has set slot " + slot + ", as far as is known. Set it with PUT /api/v1/stations/"
                            + station.identity() + "/network-profiles/" + slot + " first.");
        }
    }

    private NetworkSwitch tell(Actor by, StationRef station, NetworkSwitch move, When when) {
        SettingResult result = writing.write(
                        by,
                        station.identity(),
                        List.of(new Setting(NetworkProfiles.PRIORITY, move.priority())),
                        SendOptions.USUAL)
                .getFirst();
        if (!result.isTaken()) {
            String why = result.result() + (result.reason() == null ? "" : ": " + result.reason());
            return move.with(State.FAILED, "NetworkConfigurationPriority: " + why, now());
        }
        VerbResult reset = verbs.tell(
                by,
                station.identity(),
                Verb.of("Reset", Words.newPayload().put("type", when.word())),
                SendOptions.USUAL);
        String status = reset.status();
        boolean boots = "Accepted".equals(status) || "Scheduled".equals(status) || reset.how() == null;
        String how = status == null && reset.how() != null ? reset.how().word() : status;
        return boots
                ? move.with(State.REBOOTING, null, now())
                : move.with(State.WAITS_FOR_BOOT, "Reset: " + how, now());
    }

    /** A station has booted: asks it where it stands, if it was to go somewhere. Blocks until it has answered. */
    void settle(Actor by, Station station) {
        NetworkSwitch move = store.lastSwitch(by.scope(), station.ref()).orElse(null);
        Instant booted = station.times().lastBootAt();
        if (move == null || !move.waitsForBoot() || booted == null || booted.isBefore(move.beganAt())) {
            return;
        }
        @Nullable Integer active = profiles.ask(by, station.ref()).active();
        State state = active == null ? State.UNCONFIRMED : active == move.slot() ? State.CONFIRMED : State.FELL_BACK;
        String why = active == null
                ? "It does not tell OCPPCommCtrlr.ActiveNetworkProfile."
                : state == State.FELL_BACK ? "It is connected with slot " + active + "." : null;
        store.put(station.ref(), move.with(state, why, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
