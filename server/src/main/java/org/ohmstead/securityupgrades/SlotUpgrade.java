package org.ohmstead.securityupgrades;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.networkprofiles.NetworkProfile;
import org.ohmstead.networkprofiles.NetworkProfiles;
import org.ohmstead.networkprofiles.NetworkSwitch;
import org.ohmstead.networkprofiles.NetworkSwitching;
import org.ohmstead.ocpp.OcppVersion;

/** The way of 2.x: another slot holds the new security profile, and the station boots into it (B09, B10). */
@Singleton
public class SlotUpgrade {
    private static final int MESSAGE_TIMEOUT_SECONDS = 30;
    private static final String URL = "ocppCsmsUrl";
    private static final String INTERFACE = "ocppInterface";

    private final NetworkProfiles networks;
    private final NetworkSwitching switching;

    @Inject
    public SlotUpgrade(NetworkProfiles networks, NetworkSwitching switching) {
        this.networks = networks;
        this.switching = switching;
    }

    /** With all that can be known. @throws Refused invalid naming what cannot */
    UpgradeWish complete(Actor by, Addressee station, UpgradeWish wish) {
        Integer inUse = networks.learnInUse(by, station.ref());
        int slot = wish.slot() != null ? wish.slot() : inUse != null && inUse == 1 ? 2 : 1;
        JsonNode own = held(by, station, slot);
        JsonNode base = own.isMissingNode() && inUse != null ? held(by, station, inUse) : own;
        String url = wish.url() != null ? wish.url() : url(base.path(URL).asText(""), wish.profile());
        String scheme = wish.profile() == 1 ? "ws" : "wss";
        if (!url.toLowerCase(Locale.ROOT).matches(scheme + "://[^/\\s]+.*")) {
            throw Refused.invalid(
                    "url",
                    "url is '" + url + "'; allowed is one such as " + scheme
                            + "://csms.example.com/ocpp, at which the station finds this server by security profile "
                            + wish.profile() + ".");
        }
        return new UpgradeWish(
                wish.profile(),
                slot,
                url,
                wish.ocppInterface() != null
                        ? wish.ocppInterface()
                        : base.path(INTERFACE).asText("Wired0"),
                wish.otherCertificate());
    }

    /** The same place, over TLS. */
    private static String url(String known, int profile) {
        return profile > 1 ? known.replaceFirst("(?i)^ws://", "wss://") : known;
    }

    private JsonNode held(Actor by, Addressee station, int slot) {
        Optional<NetworkProfile> held = networks.of(by.scope(), station.ref()).stream()
                .filter(each -> each.slot() == slot && each.state() == NetworkProfile.State.SET)
                .findFirst();
        return held.map(NetworkProfile::profile).orElseGet(MissingNode::getInstance);
    }

    /** Blocks until it has answered. */
    Told tell(Actor by, Addressee station, UpgradeWish wish) {
        int slot = wish.slot() == null ? 1 : wish.slot();
        String identity = station.ref().identity();
        if (!holds(held(by, station, slot), wish)) {
            VerbResult set = networks.set(by, identity, slot, profile(station, wish), SendOptions.USUAL);
            if (!set.isAccepted()) {
                Told told = Told.of(set);
                return Told.stays(told.why() == null ? "SetNetworkProfile: " + set.status() : told.why());
            }
        }
        NetworkSwitch move = switching.go(by, identity, slot, NetworkSwitching.When.ON_IDLE);
        return move.state() == NetworkSwitch.State.FAILED ? Told.stays(why(move.reason())) : Told.goes(move.reason());
    }

    private static String why(@Nullable String reason) {
        return reason == null ? "It has not taken the order of its network profiles." : reason;
    }

    /** Whoever has set it may have given it more, such as an access point. */
    private static boolean holds(JsonNode held, UpgradeWish wish) {
        return held.path("securityProfile").asInt(-1) == wish.profile()
                && held.path(URL).asText("").equals(wish.url());
    }

    private static ObjectNode profile(Addressee station, UpgradeWish wish) {
        return Words.newPayload()
                .put("ocppVersion", station.version() == OcppVersion.V21 ? "OCPP21" : "OCPP20")
                .put("ocppTransport", "JSON")
                .put(URL, wish.url())
                .put("messageTimeout", MESSAGE_TIMEOUT_SECONDS)
                .put("securityProfile", wish.profile())
                .put(INTERFACE, wish.ocppInterface());
    }
}
