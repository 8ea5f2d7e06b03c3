package org.ohmstead.securityupgrades;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.stations.StationChanges;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.securityprofiles.Contact;
import org.ohmstead.stations.securityprofiles.SecurityProfiles;
import org.ohmstead.stations.securityprofiles.SecurityUpgrade;
import org.ohmstead.stations.securityprofiles.SecurityUpgrade.State;
import org.ohmstead.stations.securityprofiles.StationSecurity;

/**
 * Moves a station to a higher security profile (A05). From before it is told until it has come by the new profile the old one counts
 * as well, since a station that does not get through falls back.
 */
@Singleton
public class SecurityUpgrades {
    private static final int HIGHEST = 3;

    private final SecurityProfiles profiles;
    private final Prerequisites prerequisites;
    private final SlotUpgrade slots;
    private final Verbs verbs;

    @Inject
    public SecurityUpgrades(SecurityProfiles profiles, Prerequisites prerequisites, SlotUpgrade slots, Verbs verbs) {
        this.profiles = profiles;
        this.prerequisites = prerequisites;
        this.slots = slots;
        this.verbs = verbs;
    }

    /**
     * Tells a station to go. Blocks until it has answered.
     *
     * @return how it stands
     * @throws Refused invalid for a profile that there is not; in conflict for one that is not higher, while another way is not ended,
     *                 or where something is missing; as of any command
     */
    public SecurityUpgrade begin(Actor by, String identity, UpgradeWish wish) {
        Addressee addressee = verbs.addressee(by, identity);
        StationRef station = addressee.ref();
        StationSecurity before = profiles.of(station);
        check(station, before, current(addressee, before), wish.profile());
        prerequisites.check(by, addressee, before, wish);
        boolean isV2 = addressee.version().isV2();
        UpgradeWish complete = isV2 ? slots.complete(by, addressee, wish) : wish;
        SecurityUpgrade upgrade = new SecurityUpgrade(
                wish.profile(),
                before.profile(),
                complete.slot(),
                State.TELLING,
                null,
                by.word(),
                profiles.now(),
                profiles.now());
        profiles.begin(by, station, upgrade);
        Told told = Told.goes("This server failed before it knew whether the station goes.");
        try {
            told = isV2 ? slots.tell(by, addressee, complete) : tell(by, identity, wish.profile());
        } catch (Refused refused) {
            told = Told.stays(refused.detail());
            throw refused;
        } finally {
            settle(by, station, upgrade, told);
        }
        return standing(station);
    }

    /** The old profile is the only one again. The station is not told: it may come by the new one, and is refused then. */
    public SecurityUpgrade cancel(Actor by, StationRef station) {
        SecurityUpgrade upgrade = profiles.of(station).upgrade();
        if (upgrade == null || !upgrade.state().isOpen()) {
            throw Refused.conflict(null, "'" + station.identity() + "' is not on its way to another security profile.");
        }
        profiles.upgrade(
                by,
                station,
                standing -> standing.with(State.CANCELLED, null, profiles.now()),
                StationChanges.done(station, "security-upgrade-cancelled"));
        return standing(station);
    }

    /** It was told to go to a slot, and is back with another one. */
    void fellBack(Actor by, StationRef station, int slot, String why) {
        SecurityUpgrade upgrade = profiles.of(station).upgrade();
        if (upgrade != null && Objects.equals(upgrade.slot(), slot) && upgrade.state() == State.PENDING) {
            settle(by, station, upgrade, Told.stays("It fell back: " + why));
        }
    }

    /** @param of what was told: another one may have begun since */
    private void settle(Actor by, StationRef station, SecurityUpgrade of, Told told) {
        profiles.upgrade(
                by,
                station,
                standing -> standing.isSame(of) ? standing.with(told.state(), told.why(), profiles.now()) : standing,
                null);
    }

    private SecurityUpgrade standing(StationRef station) {
        SecurityUpgrade upgrade = profiles.of(station).upgrade();
        if (upgrade == null) {
            throw Refused.notFound("The station was deleted meanwhile.");
        }
        return upgrade;
    }

    /** As it is decided, as it last came, or as its password lets one think. */
    private static int current(Addressee station, StationSecurity security) {
        Integer decided = security.profile();
        Contact last = security.last();
        if (decided != null) {
            return decided;
        }
        return last != null ? last.profile() : station.station().hasPassword() ? 1 : 0;
    }

    private static void check(StationRef station, StationSecurity before, int current, int wanted) {
        if (wanted < 1 || wanted > HIGHEST) {
            throw Refused.invalid("profile", "profile is " + wanted + "; allowed are 1, 2 and 3.");
        }
        if (wanted <= current) {
            throw Refused.conflict(
                    "profile",
                    "'" + station.identity() + "' has security profile " + current
                            + " already, and stations only go up over OCPP. To let it come by a lower one, use PATCH"
                            + " /api/v1/stations/" + station.identity() + "/security with \"allowLower\": true.");
        }
        SecurityUpgrade upgrade = before.upgrade();
        if (upgrade != null && upgrade.state().isOpen()) {
            throw SecurityProfiles.onItsWay(station, upgrade);
        }
    }

    private Told tell(Actor by, String identity, int profile) {
        return Told.of(verbs.tell(
                by,
                identity,
                Verb.of(
                        "ChangeConfiguration",
                        Words.newPayload().put("key", "SecurityProfile").put("value", String.valueOf(profile))),
                SendOptions.USUAL));
    }
}
