package org.ohmstead.simulator.v2;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.ChargingProfile;
import org.ohmstead.ocpp.v2.ChargingProfilePurpose;
import org.ohmstead.ocpp.v2.ChargingProfileStatus;
import org.ohmstead.ocpp.v2.ChargingRateUnit;
import org.ohmstead.ocpp.v2.ChargingSchedule;
import org.ohmstead.ocpp.v2.ChargingSchedulePeriod;
import org.ohmstead.ocpp.v2.ClearChargingProfile;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.GetChargingProfiles;
import org.ohmstead.ocpp.v2.GetChargingProfiles.ChargingProfileCriterion;
import org.ohmstead.ocpp.v2.GetCompositeSchedule;
import org.ohmstead.ocpp.v2.RecurrencyKind;
import org.ohmstead.ocpp.v2.ReportChargingProfiles;
import org.ohmstead.ocpp.v2.SetChargingProfile;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Profile;
import org.ohmstead.simulator.station.Profile.Kind;
import org.ohmstead.simulator.station.Profile.Purpose;
import org.ohmstead.simulator.station.Profiles;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.Transaction;

/** Charging profiles and the composite schedule (K01 to K10). */
final class SmartCharging2 {
    private static final int HIGHEST_STACK = 10;

    private SmartCharging2() {}

    static SetChargingProfile.Response set(Protocol2 cs, SetChargingProfile.Request request) {
        Station station = cs.station();
        ChargingProfile wanted = request.chargingProfile();
        synchronized (station) {
            String fault = fault(station, request.evseId(), wanted);
            if (fault != null) {
                return new SetChargingProfile.Response(ChargingProfileStatus.Rejected, Reasons.of(fault));
            }
            station.profiles().install(profile(request.evseId(), wanted));
        }
        station.afterAnswer(() -> station.powerFlow().limitsChanged());
        return new SetChargingProfile.Response(ChargingProfileStatus.Accepted);
    }

    static ClearChargingProfile.Response clear(Protocol2 cs, ClearChargingProfile.Request request) {
        Station station = cs.station();
        ClearChargingProfile.ClearChargingProfileData criteria = request.chargingProfileCriteria();
        Integer id = request.chargingProfileId();
        boolean removed;
        synchronized (station) {
            // External constraints are not the CSMS's to clear (K10.FR.06).
            removed = station.profiles()
                    .remove(profile -> profile.purpose() != Purpose.EXTERNAL
                            && (id == null || profile.id() == id)
                            && (criteria == null || matches(criteria, profile)));
        }
        station.afterAnswer(() -> station.powerFlow().limitsChanged());
        return new ClearChargingProfile.Response(
                removed
                        ? ClearChargingProfile.ClearChargingProfileStatus.Accepted
                        : ClearChargingProfile.ClearChargingProfileStatus.Unknown);
    }

    static GetChargingProfiles.Response get(Protocol2 cs, GetChargingProfiles.Request request) {
        Station station = cs.station();
        List<Profile> found;
        synchronized (station) {
            found = station.profiles().all().stream()
                    .filter(profile ->
                            request.evseId() == null || profile.scope().evse() == request.evseId())
                    .filter(profile -> matches(request.chargingProfile(), profile))
                    .toList();
        }
        if (found.isEmpty()) {
            return new GetChargingProfiles.Response(GetChargingProfiles.GetChargingProfileStatus.NoProfiles);
        }
        station.afterAnswer(() -> {
            // One report per EVSE, the last one without tbc (K09).
            List<List<Profile>> byEvse = List.copyOf(found.stream()
                    .collect(Collectors.groupingBy(one -> one.scope().evse()))
                    .values());
            for (int i = 0; i < byEvse.size(); i++) {
                List<Profile> some = byEvse.get(i);
                station.call(new ReportChargingProfiles.Request(
                        request.requestId(),
                        "CSO",
                        some.stream()
                                .map(one -> (ChargingProfile) one.original())
                                .toList(),
                        some.getFirst().scope().evse(),
                        i + 1 < byEvse.size()));
            }
        });
        return new GetChargingProfiles.Response(GetChargingProfiles.GetChargingProfileStatus.Accepted);
    }

    static GetCompositeSchedule.Response composite(Protocol2 cs, GetCompositeSchedule.Request request) {
        Station station = cs.station();
        Outlet outlet = station.outlet(Math.max(1, request.evseId())).orElse(null);
        if (outlet == null || request.duration() < 1) {
            return new GetCompositeSchedule.Response(GenericStatus.Rejected, Reasons.of("UnknownEvse"), null);
        }
        boolean amps = request.chargingRateUnit() == ChargingRateUnit.A;
        double perUnit = amps ? Profiles.NOMINAL_VOLTS * 3 : 1;
        Instant start = station.time().now();
        List<ChargingSchedulePeriod> periods;
        synchronized (station) {
            periods = station.profiles().composite(outlet, start, Duration.ofSeconds(request.duration())).stream()
                    .map(part -> new ChargingSchedulePeriod(
                            (int) part.from().toSeconds(),
                            BigDecimal.valueOf(part.watts() / perUnit).setScale(1, RoundingMode.HALF_UP)))
                    .toList();
        }
        return new GetCompositeSchedule.Response(
                GenericStatus.Accepted,
                null,
                new GetCompositeSchedule.CompositeSchedule(
                        periods,
                        request.evseId(),
                        request.duration(),
                        start,
                        amps ? ChargingRateUnit.A : ChargingRateUnit.W));
    }

    static Profile profile(int evse, ChargingProfile wanted) {
        ChargingSchedule schedule = wanted.chargingSchedule().getFirst();
        List<Profile.Period> periods = schedule.chargingSchedulePeriod().stream()
                .map(SmartCharging2::period)
                .toList();
        Integer duration = schedule.duration();
        return new Profile(
                wanted.id(),
                wanted.stackLevel(),
                purpose(wanted.chargingProfilePurpose()),
                new Profile.Schedule(
                        kind(wanted),
                        schedule.chargingRateUnit() == ChargingRateUnit.W,
                        periods,
                        schedule.startSchedule(),
                        duration == null ? null : Duration.ofSeconds(duration)),
                new Profile.Scope(evse, wanted.transactionId(), wanted.validFrom(), wanted.validTo()),
                wanted);
    }

    private static Profile.Period period(ChargingSchedulePeriod period) {
        BigDecimal limit = period.limit() == null ? period.setpoint() : period.limit();
        Integer phases = period.numberPhases();
        return new Profile.Period(
                Duration.ofSeconds(period.startPeriod()),
                limit == null ? null : Math.max(0, limit.doubleValue()),
                phases == null ? 3 : phases);
    }

    /** The reason code of what is wrong with a profile; null: nothing. */
    private static @Nullable String fault(Station station, int evse, ChargingProfile wanted) {
        Outlet outlet = station.outlet(evse).orElse(null);
        if (evse != 0 && outlet == null) {
            return "UnknownEvse";
        }
        ChargingSchedule schedule = wanted.chargingSchedule().getFirst();
        boolean late = schedule.chargingSchedulePeriod().getFirst().startPeriod() != 0;
        if (late || wanted.stackLevel() > HIGHEST_STACK) {
            return "InvalidProfile";
        }
        return switch (wanted.chargingProfilePurpose()) {
            case ChargingStationMaxProfile -> evse == 0 && kind(wanted) != Kind.RELATIVE ? null : "InvalidProfile";
            case TxDefaultProfile -> null;
            case TxProfile -> {
                Transaction running = outlet == null ? null : outlet.transaction();
                boolean its = running != null && running.id().equalsIgnoreCase(wanted.transactionId());
                yield its ? null : "TxNotFound";
            }
            case PriorityCharging -> schedule.duration() == null ? null : "InvalidProfile";
            // K01.FR.22: the CSMS may not set it; the other is the station's own as well.
            case ChargingStationExternalConstraints, LocalGeneration -> "InvalidProfile";
        };
    }

    private static boolean matches(ClearChargingProfile.ClearChargingProfileData criteria, Profile profile) {
        return (criteria.evseId() == null || profile.scope().evse() == criteria.evseId())
                && (criteria.stackLevel() == null || profile.stack() == criteria.stackLevel())
                && (criteria.chargingProfilePurpose() == null
                        || profile.purpose() == purpose(criteria.chargingProfilePurpose()));
    }

    private static boolean matches(ChargingProfileCriterion criteria, Profile profile) {
        List<String> sources = criteria.chargingLimitSource();
        return (criteria.chargingProfileId() == null
                        || criteria.chargingProfileId().contains(profile.id()))
                && (criteria.stackLevel() == null || profile.stack() == criteria.stackLevel())
                && (sources == null || sources.stream().anyMatch("CSO"::equalsIgnoreCase))
                && (criteria.chargingProfilePurpose() == null
                        || profile.purpose() == purpose(criteria.chargingProfilePurpose()));
    }

    private static Purpose purpose(ChargingProfilePurpose purpose) {
        return switch (purpose) {
            case ChargingStationExternalConstraints -> Purpose.EXTERNAL;
            case ChargingStationMaxProfile -> Purpose.STATION_MAX;
            case TxDefaultProfile -> Purpose.TX_DEFAULT;
            case TxProfile -> Purpose.TX;
            case PriorityCharging -> Purpose.PRIORITY;
            case LocalGeneration -> Purpose.LOCAL_GENERATION;
        };
    }

    private static Kind kind(ChargingProfile wanted) {
        return switch (wanted.chargingProfileKind()) {
            case Absolute -> Kind.ABSOLUTE;
            case Relative -> Kind.RELATIVE;
            case Dynamic -> Kind.DYNAMIC;
            case Recurring -> wanted.recurrencyKind() == RecurrencyKind.Weekly ? Kind.WEEKLY : Kind.DAILY;
        };
    }
}
