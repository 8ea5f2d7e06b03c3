package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.StackRules;
import org.ohmstead.smartcharging.schedule.json.ProfileJson;
import org.ohmstead.smartcharging.schedule.json.Words;
import org.ohmstead.smartcharging.schedule.rules.ProfileRules;
import org.ohmstead.smartcharging.schedule.rules.ProfileSet;
import org.ohmstead.smartcharging.traits.StationTraits;
import org.ohmstead.smartcharging.traits.Traits;
import org.ohmstead.stations.StationRef;

/** Charging profiles of stations, in ChargingProfile of OCPP 2.x whatever they speak. */
@Singleton
public class ChargingProfiles {
    private final SqlProfileStore store;
    private final StationTraits traits;
    private final ProfileLimits limits;
    private final Verbs verbs;
    private final AuditLog audit;
    private final Clock clock;
    private final AtomicInteger requests;

    @Inject
    public ChargingProfiles(
            SqlProfileStore store,
            StationTraits traits,
            ProfileLimits limits,
            Verbs verbs,
            AuditLog audit,
            Clock clock) {
        this.audit = audit;
        this.store = store;
        this.traits = traits;
        this.limits = limits;
        this.verbs = verbs;
        this.clock = clock;
        this.requests = new AtomicInteger((int) (clock.millis() & 0x3fff_ffff));
    }

    /**
     * A profile that is wanted.
     *
     * @param evse     0: the station, or each EVSE of it
     * @param profile  its id may be absent, to be given one
     * @param fallback what may be tried when the station refuses it
     */
    public record Wanted(int evse, ObjectNode profile, Set<Fallback> fallback) {
        /** With whatever helps as usual. */
        public static Wanted of(int evse, ObjectNode profile) {
            return new Wanted(evse, profile, Fallback.USUAL);
        }
    }

    /** A form that was sent, and what came of it. */
    public record Try(Form form, VerbResult result) {}

    /**
     * @param number of the profile
     * @param tries  at least one; the last decides
     */
    public record Outcome(long number, List<Try> tries) {
        public VerbResult result() {
            return tries.getLast().result();
        }
    }

    /** The newest first. */
    public Page<StoredProfile> page(StationRef station, ProfileFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(
                store.before(station, filter, limit.rows() + 1, after), limit, profile -> Cursor.at(profile.id()));
    }

    /** What the station has, or may have. */
    public List<StoredProfile> standing(StationRef station) {
        return store.before(station, ProfileFilter.STANDING, SqlProfileStore.MOST, null);
    }

    /** The newest of a number, whatever became of it. */
    public Optional<StoredProfile> find(StationRef station, long number) {
        return store.before(station, ProfileFilter.ofNumber(number, Set.of()), 1, null).stream()
                .findFirst();
    }

    Optional<StoredProfile> ofCommand(StationRef station, long command) {
        return store.byCommand(station, command);
    }

    /**
     * Sets a profile, in other forms where the station refuses the first and that is allowed. Blocks as {@link Verbs#tell} for
     * each of them.
     *
     * @throws Refused invalid where a station would rightly refuse it, naming the field; in conflict with another profile, or with
     *                 what the station has told that it takes; and as {@link Verbs#tell}
     */
    public Outcome set(Actor by, String identity, Wanted wanted, SendOptions options) {
        Addressee addressee = verbs.addressee(by, identity);
        StationRef station = addressee.ref();
        ObjectNode asked = wanted.profile().deepCopy();
        limits.checkSwitch(addressee);
        if (!asked.path("id").isNumber()) {
            numberBefore(by, options).ifPresent(number -> asked.put("id", number));
        }
        boolean isNew = !asked.path("id").isNumber();
        check(station, wanted.evse(), isNew ? asked.put("id", Integer.MAX_VALUE) : asked, rules(addressee));
        if (isNew) {
            asked.put("id", (int) traits.nextNumber(station));
        }
        List<Try> tries = new ArrayList<>();
        Traits known = limits.with(addressee, traits.of(station));
        for (Form form : Form.of(wanted.evse(), asked, known, wanted.fallback(), now())) {
            VerbResult result =
                    verbs.tell(by, identity, ProfileVerbs.set(form.evse(), form.profile()), options.part(tries.size()));
            tries.add(new Try(form, result));
            if (!isRefused(result)) {
                break;
            }
        }
        learn(by, station, tries.getLast());
        String purpose = asked.path("chargingProfilePurpose").asText();
        if (purpose.equals(Words.of(Purpose.TX))
                && wanted.fallback().contains(Fallback.LATER)
                && isRefused(tries.getLast().result())) {
            turn(station, tries.getFirst().result().command().id(), ProfileState.REJECTED, ProfileState.POSTPONED);
        }
        return new Outcome(asked.path("id").asLong(), tries);
    }

    /** @return whether it was in the first state, and is in the other one now */
    boolean turn(StationRef station, long command, ProfileState from, ProfileState to) {
        return store.write(station, tx -> {
            Optional<StoredProfile> its =
                    store.byCommand(tx, station, command).filter(profile -> profile.state() == from);
            its.ifPresent(profile -> store.update(tx, station, Standing.with(profile, to, profile.said(), now())));
            return its.isPresent();
        });
    }

    private static StackRules rules(Addressee addressee) {
        return addressee.version().isV2() ? StackRules.OCPP_2 : StackRules.OCPP_16;
    }

    private void check(StationRef station, int evse, ObjectNode asked, StackRules rules) {
        Profile profile = ProfileVerbs.read(asked, evse);
        ProfileRules.check(profile, rules).stream().findFirst().ifPresent(problem -> {
            throw problem.field().equals("evse")
                    ? Refused.invalid("evse", problem.text())
                    : ProfileVerbs.refused(problem);
        });
        List<StoredProfile> standing = standing(station);
        ProfileSet.of(Standing.read(standing), rules).against(profile).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw Refused.conflict(
                            "profile.stackLevel",
                            "Profile " + other.id() + " on EVSE " + other.evse()
                                    + " has the same purpose and stackLevel at the same time; stations of OCPP 2.x"
                                    + " refuse another beside it (K01.FR.06, 39, 52, 53). Give this one"
                                    + " the id " + other.id()
                                    + " to replace it, another stackLevel, or clear that one before.");
                });
        limits.checkRoom(station, standing, profile, rules);
    }

    /** With the Idempotency-Key of one that was set it is that one, and not a second beside it. */
    private Optional<Integer> numberBefore(Actor by, SendOptions options) {
        return verbs.standing(by, options)
                .map(StoredCommand::payload)
                .map(payload -> payload.at("/chargingProfile/id").isMissingNode()
                        ? payload.at("/csChargingProfiles/chargingProfileId")
                        : payload.at("/chargingProfile/id"))
                .filter(JsonNode::isInt)
                .map(JsonNode::asInt);
    }

    /** Whether another form may fare better. A transaction that has gone meanwhile is normal, and no form brings it back. */
    private static boolean isRefused(VerbResult result) {
        if (result.how() == null) {
            return false;
        }
        String reason = result.response().path("statusInfo").path("reasonCode").asText();
        return switch (result.how()) {
            case ANSWERED -> !result.isAccepted() && !reason.equals("TxNotFound") && !reason.equals("UnknownEvse");
            case REFUSED -> true;
            case TIMED_OUT, CONNECTION_LOST, NOT_CONNECTED, NOT_SUPPORTED, BUSY, EXPIRED, CANCELLED -> false;
        };
    }

    private void learn(Actor by, StationRef station, Try last) {
        if (last.result().isAccepted() && last.form().change() != null) {
            traits.change(by, station, last.form()::teach);
        }
    }

    /** Clears one. @throws Refused as {@link Verbs#tell} */
    public VerbResult clear(Actor by, String identity, long number, SendOptions options) {
        return verbs.tell(by, identity, ProfileVerbs.clear(number), options);
    }

    /**
     * Clears all that match; without anything all of them (field note 124).
     *
     * @param purpose as 2.x has it
     * @throws Refused as {@link Verbs#tell}
     */
    public VerbResult clear(
            Actor by,
            String identity,
            @Nullable Integer evse,
            @Nullable String purpose,
            @Nullable Integer stackLevel,
            SendOptions options) {
        return verbs.tell(by, identity, ProfileVerbs.clear(evse, purpose, stackLevel), options);
    }

    /** Asks the station for what it has; it tells in the seconds that follow. @throws Refused as {@link Verbs#tell} */
    public VerbResult refresh(
            Actor by, String identity, @Nullable Integer evse, @Nullable String purpose, SendOptions options) {
        int request = requests.incrementAndGet() & Integer.MAX_VALUE;
        return verbs.tell(by, identity, ProfileVerbs.get(request, evse, purpose), options);
    }

    /**
     * New values for a dynamic profile (K28).
     *
     * @throws Refused not found where the station has no dynamic profile of this number; and as {@link Verbs#tell}
     */
    public VerbResult update(Actor by, String identity, long number, ObjectNode update, SendOptions options) {
        dynamic(verbs.addressee(by, identity).ref(), number);
        return verbs.tell(by, identity, ProfileVerbs.update(number, update), options);
    }

    /** The same for when the station asks by itself; it is not told now. */
    public StoredProfile keep(Actor by, StationRef station, long number, ObjectNode update) {
        StoredProfile profile = dynamic(station, number);
        StoredProfile changed = Standing.with(profile, ProfileJson.updated(profile.profile(), update, now()));
        return store.write(station, tx -> {
            store.update(tx, station, changed);
            audit.record(
                    tx,
                    by,
                    AuditEntry.changed(
                            "charging-profile",
                            station.identity() + "/" + number,
                            ChargingProfileView.of(profile),
                            ChargingProfileView.of(changed)));
            return changed;
        });
    }

    private StoredProfile dynamic(StationRef station, long number) {
        return findDynamic(station, number)
                .orElseThrow(() -> Refused.notFound("Station '" + station.identity() + "' has no dynamic profile "
                        + number + ". GET /api/v1/stations/{station}/charging-profiles lists what it has."));
    }

    /** What a dynamic profile says now; empty: the station has none of this number (K28.FR.12). */
    public Optional<ObjectNode> valuesOf(StationRef station, long number) {
        return findDynamic(station, number).map(profile -> ProfileJson.update(profile.profile()));
    }

    private Optional<StoredProfile> findDynamic(StationRef station, long number) {
        return store
                .before(station, ProfileFilter.ofNumber(number, ProfileState.STANDING), SqlProfileStore.MOST, null)
                .stream()
                .filter(profile ->
                        profile.profile().path("chargingProfileKind").asText().equals("Dynamic"))
                .findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
