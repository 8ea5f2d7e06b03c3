package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.smartcharging.schedule.StackRules;
import org.ohmstead.smartcharging.schedule.json.ProfileJson;
import org.ohmstead.smartcharging.schedule.json.Words;
import org.ohmstead.stations.StationRef;

/** Keeps what commands do to the profiles of a station, by whatever way they were sent; remote starts among them. */
@Singleton
public class ProfileCommands implements CommandListener {
    static final String SET = "SetChargingProfile";
    static final String CLEAR = "ClearChargingProfile";
    static final String GET = "GetChargingProfiles";
    static final String UPDATE = "UpdateDynamicSchedule";
    /** They may carry a TxProfile for the session that is to begin (F01.FR.08; 1.6 §5.16.2). */
    private static final String START_16 = "RemoteStartTransaction";

    private static final String START = "RequestStartTransaction";

    private final SqlProfileStore store;
    private final Standing standing;
    private final ProfileReports reports;
    private final Clock clock;

    @Inject
    public ProfileCommands(SqlProfileStore store, Standing standing, ProfileReports reports, Clock clock) {
        this.store = store;
        this.standing = standing;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Set<String> actions() {
        return Set.of(SET, CLEAR, GET, UPDATE, START_16, START);
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        switch (command.action()) {
            case SET, START_16, START -> sent(tx, command);
            case GET -> reports.asked(command.station(), command.payload());
            default -> {
                // nothing of it is known before the answer
            }
        }
    }

    private void sent(Tx tx, StoredCommand command) {
        StationRef station = command.station();
        // one that waited again has left before
        if (store.byCommand(tx, station, command.id()).isPresent()) {
            return;
        }
        ObjectNode profile = profile(command);
        if (profile != null) {
            Instant now = now();
            store.insert(
                    tx,
                    station,
                    new StoredProfile(
                            0,
                            profile.path("id").asLong(),
                            command.payload()
                                    .path(isV2(command) ? "evseId" : "connectorId")
                                    .asInt(),
                            profile,
                            StoredProfile.CSMS,
                            ProfileState.SENT,
                            null,
                            command.id(),
                            command.by().word(),
                            new StoredProfile.Times(now, now, null, Standing.validTo(profile))));
        }
    }

    private static @Nullable ObjectNode profile(StoredCommand command) {
        boolean isSet16 = command.action().equals(SET) && !isV2(command);
        JsonNode profile = command.payload().path(isSet16 ? "csChargingProfiles" : "chargingProfile");
        return profile instanceof ObjectNode object
                ? isV2(command) ? object.deepCopy() : ProfileJson.of16(object)
                : null;
    }

    private static boolean isV2(StoredCommand command) {
        return command.version() == null || command.version().isV2();
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        String status = result.response() == null
                ? ""
                : result.response().path("status").asText();
        switch (command.action()) {
            case SET, START_16, START ->
                store.byCommand(tx, command.station(), command.id())
                        .ifPresent(profile -> set(tx, command, profile, result, status));
            case CLEAR -> {
                // Unknown: nothing matched, so that nothing of it is there (behaviour 7.6)
                if (status.equals("Accepted") || status.equals("Unknown")) {
                    standing.gone(tx, command.station(), cleared(command), ProfileState.CLEARED, now());
                }
            }
            case GET -> {
                if (status.equals("NoProfiles")) {
                    reports.none(tx, command.station(), command.payload(), now());
                }
            }
            case UPDATE -> {
                if (status.equals("Accepted")) {
                    updated(tx, command);
                }
            }
            default -> {
                // of no interest here
            }
        }
    }

    private void set(Tx tx, StoredCommand command, StoredProfile profile, CommandResult result, String status) {
        ProfileState state =
                switch (result.how()) {
                    case ANSWERED -> status.equals("Accepted") ? ProfileState.ACCEPTED : ProfileState.REJECTED;
                    case TIMED_OUT, CONNECTION_LOST -> ProfileState.UNANSWERED;
                    case REFUSED, NOT_SUPPORTED, NOT_CONNECTED, BUSY, EXPIRED, CANCELLED -> ProfileState.REJECTED;
                };
        StoredProfile answered = Standing.with(profile, state, said(result, status), now());
        if (state == ProfileState.ACCEPTED) {
            standing.replace(
                    tx, command.station(), answered, isV2(command) ? StackRules.OCPP_2 : StackRules.OCPP_16, now());
        }
        store.update(tx, command.station(), answered);
    }

    /** The station's word and its reason; the error of a CALLERROR; or why there is no answer. */
    private static @Nullable String said(CommandResult result, String status) {
        if (result.how() != CommandResult.How.ANSWERED) {
            String code = result.errorCode() == null ? result.how().word() : result.errorCode();
            return result.text() == null || result.text().isBlank() ? code : code + ": " + result.text();
        }
        JsonNode info =
                result.response() == null ? Words.nothing() : result.response().path("statusInfo");
        String reason = info.path("reasonCode").asText("");
        String more = info.path("additionalInfo").asText("");
        String said = status + (reason.isEmpty() ? "" : " (" + reason + (more.isEmpty() ? "" : ": " + more) + ")");
        return said.isEmpty() ? null : said;
    }

    /** OCPP 1.6: an id makes everything else be ignored; 2.x: either stands alone. Without both all go. */
    private static ProfileFilter cleared(StoredCommand command) {
        JsonNode payload = command.payload();
        boolean v2 = isV2(command);
        JsonNode id = payload.path(v2 ? "chargingProfileId" : "id");
        if (id.isNumber()) {
            return ProfileFilter.ofNumber(id.asLong(), ProfileState.OPEN);
        }
        JsonNode criteria = v2 ? payload.path("chargingProfileCriteria") : payload;
        JsonNode evse = criteria.path(v2 ? "evseId" : "connectorId");
        JsonNode level = criteria.path("stackLevel");
        return new ProfileFilter(
                null,
                evse.isNumber() ? evse.asInt() : null,
                Words.purpose(criteria.path("chargingProfilePurpose").asText(null))
                        .map(purpose -> List.of(Words.of(purpose)))
                        .orElse(null),
                level.isNumber() ? level.asInt() : null,
                null,
                ProfileState.OPEN);
    }

    private void updated(Tx tx, StoredCommand command) {
        StationRef station = command.station();
        long number = command.payload().path("chargingProfileId").asLong();
        for (StoredProfile profile : store.of(tx, station, ProfileFilter.ofNumber(number, ProfileState.STANDING))) {
            ObjectNode changed =
                    ProfileJson.updated(profile.profile(), command.payload().path("scheduleUpdate"), now());
            store.update(tx, station, Standing.with(profile, changed));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
