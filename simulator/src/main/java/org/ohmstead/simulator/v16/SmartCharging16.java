package org.ohmstead.simulator.v16;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v16.ChargingProfile;
import org.ohmstead.ocpp.v16.ChargingProfilePurpose;
import org.ohmstead.ocpp.v16.ChargingRateUnit;
import org.ohmstead.ocpp.v16.ChargingSchedule;
import org.ohmstead.ocpp.v16.ChargingSchedulePeriod;
import org.ohmstead.ocpp.v16.ClearChargingProfile;
import org.ohmstead.ocpp.v16.GetCompositeSchedule;
import org.ohmstead.ocpp.v16.RecurrencyKind;
import org.ohmstead.ocpp.v16.SetChargingProfile;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Profile;
import org.ohmstead.simulator.station.Profile.Kind;
import org.ohmstead.simulator.station.Profile.Purpose;
import org.ohmstead.simulator.station.Profiles;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.Transaction;

/** Charging profiles and the composite schedule. */
final class SmartCharging16 {
    private static final int HIGHEST_STACK = 10;

    private SmartCharging16() {}

    static SetChargingProfile.Response set(Protocol16 cp, SetChargingProfile.Request request) {
        Station station = cp.station();
        ChargingProfile wanted = request.csChargingProfiles();
        int connector = request.connectorId();
        if (connector != 0 && station.outlet(connector).isEmpty()) {
            // Erratum 3.39.
            throw new CallRefused(ErrorCode.PropertyConstraintViolation, "connectorId: there is no " + connector);
        }
        synchronized (station) {
            if (!fits(station, connector, wanted)) {
                return new SetChargingProfile.Response(SetChargingProfile.Status.Rejected);
            }
            station.profiles().install(profile(connector, wanted));
        }
        station.afterAnswer(() -> station.powerFlow().limitsChanged());
        return new SetChargingProfile.Response(SetChargingProfile.Status.Accepted);
    }

    static ClearChargingProfile.Response clear(Protocol16 cp, ClearChargingProfile.Request request) {
        Station station = cp.station();
        boolean removed;
        synchronized (station) {
            // With an id the other fields do not count (erratum 3.25).
            removed = station.profiles()
                    .remove(profile -> request.id() != null
                            ? profile.id() == request.id()
                            : (request.connectorId() == null || profile.scope().evse() == request.connectorId())
                                    && (request.stackLevel() == null || profile.stack() == request.stackLevel())
                                    && (request.chargingProfilePurpose() == null
                                            || profile.purpose() == purpose(request.chargingProfilePurpose())));
        }
        station.afterAnswer(() -> station.powerFlow().limitsChanged());
        return new ClearChargingProfile.Response(
                removed ? ClearChargingProfile.Status.Accepted : ClearChargingProfile.Status.Unknown);
    }

    static GetCompositeSchedule.Response composite(Protocol16 cp, GetCompositeSchedule.Request request) {
        Station station = cp.station();
        Outlet outlet = station.outlet(Math.max(1, request.connectorId())).orElse(null);
        if (outlet == null || request.duration() < 1) {
            return new GetCompositeSchedule.Response(GetCompositeSchedule.Status.Rejected);
        }
        boolean amps = request.chargingRateUnit() == ChargingRateUnit.A;
        double perUnit = amps ? Profiles.NOMINAL_VOLTS * 3 : 1;
        Instant start = station.time().now();
        List<ChargingSchedulePeriod> periods;
        synchronized (station) {
            periods = station.profiles().composite(outlet, start, Duration.ofSeconds(request.duration())).stream()
                    .map(part ->
                            new ChargingSchedulePeriod((int) part.from().toSeconds(), tenths(part.watts() / perUnit)))
                    .toList();
        }
        ChargingSchedule schedule = new ChargingSchedule(
                amps ? ChargingRateUnit.A : ChargingRateUnit.W, periods, request.duration(), null, null);
        return new GetCompositeSchedule.Response(
                GetCompositeSchedule.Status.Accepted, request.connectorId(), start, schedule);
    }

    static Profile profile(int connector, ChargingProfile wanted) {
        ChargingSchedule schedule = wanted.chargingSchedule();
        List<Profile.Period> periods = schedule.chargingSchedulePeriod().stream()
                .map(period -> new Profile.Period(
                        Duration.ofSeconds(period.startPeriod()),
                        period.limit().doubleValue(),
                        period.numberPhases() == null ? 3 : period.numberPhases()))
                .toList();
        return new Profile(
                wanted.chargingProfileId(),
                wanted.stackLevel(),
                purpose(wanted.chargingProfilePurpose()),
                new Profile.Schedule(
                        kind(wanted),
                        schedule.chargingRateUnit() == ChargingRateUnit.W,
                        periods,
                        schedule.startSchedule(),
                        seconds(schedule.duration())),
                new Profile.Scope(connector, null, wanted.validFrom(), wanted.validTo()),
                wanted);
    }

    private static boolean fits(Station station, int connector, ChargingProfile wanted) {
        List<ChargingSchedulePeriod> periods = wanted.chargingSchedule().chargingSchedulePeriod();
        if (periods.isEmpty() || periods.getFirst().startPeriod() != 0 || wanted.stackLevel() > HIGHEST_STACK) {
            return false;
        }
        return switch (wanted.chargingProfilePurpose()) {
            case ChargePointMaxProfile -> connector == 0;
            case TxDefaultProfile -> true;
            case TxProfile -> {
                Transaction running =
                        station.outlet(connector).map(Outlet::transaction).orElse(null);
                yield running != null
                        && (wanted.transactionId() == null
                                || wanted.transactionId().equals(running.number()));
            }
        };
    }

    private static Purpose purpose(ChargingProfilePurpose purpose) {
        return switch (purpose) {
            case ChargePointMaxProfile -> Purpose.STATION_MAX;
            case TxDefaultProfile -> Purpose.TX_DEFAULT;
            case TxProfile -> Purpose.TX;
        };
    }

    private static Kind kind(ChargingProfile wanted) {
        return switch (wanted.chargingProfileKind()) {
            case Absolute -> Kind.ABSOLUTE;
            case Relative -> Kind.RELATIVE;
            case Recurring -> wanted.recurrencyKind() == RecurrencyKind.Weekly ? Kind.WEEKLY : Kind.DAILY;
        };
    }

    private static @Nullable Duration seconds(@Nullable Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static BigDecimal tenths(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}
