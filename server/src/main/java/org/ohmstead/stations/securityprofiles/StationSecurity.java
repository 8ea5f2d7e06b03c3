package org.ohmstead.stations.securityprofiles;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.PasswordHash;
import org.ohmstead.stations.securityprofiles.SecurityUpgrade.State;

/**
 * How a station has to prove who it is, and how it last did.
 *
 * @param profile         by which it has to come; null: as the setting station-auth says
 * @param highest         profile that it has come by, since an operator last allowed a lower one; null: none
 * @param expiredAllowed  whether an expired certificate lets it in, to be renewed (A00.FR.429)
 * @param token           null: it has none
 * @param certificateName the common name that it first came with; null: it never came with any
 * @param last            how it last came; null: it has not, since this is kept
 * @param lastChangedAt   when it first came like that
 * @param upgrade         its last move to a higher profile; null: there was none
 */
public record StationSecurity(
        @Nullable Integer profile,
        @Nullable Integer highest,
        boolean expiredAllowed,
        @Nullable PasswordHash token,
        @Nullable String certificateName,
        @Nullable Contact last,
        @Nullable Instant lastChangedAt,
        @Nullable SecurityUpgrade upgrade) {
    /** Longer than any command takes: whoever was telling has died. */
    private static final Duration LONGEST_TELLING = Duration.ofHours(1);

    public static final StationSecurity NONE = new StationSecurity(null, null, false, null, null, null, null, null);

    /** The profile that it is on its way to: it counts beside its own until it has come by it. Null: none. */
    @Nullable
    Integer pending() {
        return upgrade != null && upgrade.state().isOpen() ? upgrade.profile() : null;
    }

    /** It has come in. */
    StationSecurity after(Contact contact, Instant now) {
        boolean same = contact.equals(last);
        Integer target = pending();
        boolean arrived = target != null && target == contact.profile();
        Contact.Certificate certificate = contact.certificate();
        return new StationSecurity(
                arrived ? target : profile,
                Math.max(highest == null ? 0 : highest, contact.profile()),
                expiredAllowed,
                token,
                certificate == null ? certificateName : certificate.commonName(),
                contact,
                same ? lastChangedAt : now,
                arrived ? arrival(now) : still(contact, now));
    }

    private @Nullable SecurityUpgrade arrival(Instant now) {
        return upgrade == null ? null : upgrade.with(State.CONNECTED, null, now);
    }

    /** It was told, and comes as before: it may not have got through by the new profile, or tries that yet. */
    private @Nullable SecurityUpgrade still(Contact contact, Instant now) {
        if (upgrade == null || !upgrade.state().isOpen()) {
            return upgrade;
        }
        boolean isBeingTold = upgrade.state() == State.TELLING
                && now.isBefore(upgrade.changedAt().plus(LONGEST_TELLING));
        if (isBeingTold) {
            return upgrade;
        }
        String why = "It has come by profile " + contact.profile() + " since, not by " + upgrade.profile() + ".";
        return why.equals(upgrade.reason()) && upgrade.state() == State.PENDING
                ? upgrade
                : upgrade.with(State.PENDING, why, now);
    }

    /**
     * As an operator decides. What it has come by is forgotten only where that is allowed: everything else that is written here
     * has no say in it.
     */
    StationSecurity decided(SecurityProfiles.Decision decision) {
        return new StationSecurity(
                decision.profile(),
                isLowered(decision) ? decision.profile() : highest,
                decision.expiredAllowed(),
                token,
                decision.certificateName(),
                last,
                lastChangedAt,
                upgrade);
    }

    /** Whether it may come by less from then on, because somebody says so. */
    boolean isLowered(SecurityProfiles.Decision decision) {
        return decision.allowLower() && isBelow(decision.profile());
    }

    /** Whether a profile is below that which stands, or which it has come by. */
    boolean isBelow(@Nullable Integer next) {
        return (next == null ? 0 : next) < floor();
    }

    /** The next certificate binds it. */
    StationSecurity unbound() {
        return new StationSecurity(profile, highest, expiredAllowed, token, null, last, lastChangedAt, upgrade);
    }

    StationSecurity withToken(@Nullable PasswordHash next) {
        return new StationSecurity(
                profile, highest, expiredAllowed, next, certificateName, last, lastChangedAt, upgrade);
    }

    StationSecurity withUpgrade(SecurityUpgrade next) {
        return new StationSecurity(profile, highest, expiredAllowed, token, certificateName, last, lastChangedAt, next);
    }

    /** Below which it may not go, unless an operator says so. */
    public int floor() {
        return Math.max(profile == null ? 0 : profile, highest == null ? 0 : highest);
    }
}
