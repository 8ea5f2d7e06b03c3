package org.ohmstead.simulator.v2;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.ClearDERControl;
import org.ohmstead.ocpp.v2.DERControlStatus;
import org.ohmstead.ocpp.v2.FixedVar;
import org.ohmstead.ocpp.v2.GetDERControl;
import org.ohmstead.ocpp.v2.NotifyDERStartStop;
import org.ohmstead.ocpp.v2.ReportDERControl;
import org.ohmstead.ocpp.v2.SetDERControl;
import org.ohmstead.simulator.station.Station;

/** Controls of a grid operator (R): kept and reported; the meter of this station knows no discharging. */
final class Der21 {
    private final Station station;
    private final Map<String, SetDERControl.Request> controls = new LinkedHashMap<>();

    Der21(Protocol2 cs) {
        this.station = cs.station();
    }

    SetDERControl.Response set(SetDERControl.Request request) {
        Integer priority = priority(request);
        if (priority == null) {
            // R04.FR.02: the field that belongs to the type is missing.
            return new SetDERControl.Response(DERControlStatus.Rejected);
        }
        synchronized (station) {
            // A lower value is a higher priority; the ones with a higher value are superseded (R04.FR.03).
            Set<String> superseded = new TreeSet<>();
            controls.forEach((id, other) -> {
                Integer theirs = priority(other);
                boolean rival = other.controlType() == request.controlType()
                        && other.isDefault() == request.isDefault()
                        && !id.equals(key(request.controlId()));
                if (rival && theirs != null && theirs > priority) {
                    superseded.add(other.controlId());
                }
            });
            controls.put(key(request.controlId()), request);
            schedule(request);
            return new SetDERControl.Response(
                    DERControlStatus.Accepted, null, superseded.isEmpty() ? null : List.copyOf(superseded));
        }
    }

    /** Tells when it begins and ends; then it is forgotten (R04.FR.10). */
    private void schedule(SetDERControl.Request control) {
        FixedVar setting = control.fixedVar();
        if (control.isDefault() || setting == null || setting.startTime() == null || setting.duration() == null) {
            return; // of the scheduled ones this station acts on reactive power alone
        }
        Duration until = Duration.between(station.time().now(), setting.startTime());
        Duration length = Duration.ofMillis(setting.duration().movePointRight(3).longValue());
        station.time().after(until.isNegative() ? Duration.ZERO : until, () -> {
            if (tell(control, true)) {
                station.time().after(length, () -> {
                    if (tell(control, false)) {
                        synchronized (station) {
                            controls.remove(key(control.controlId()), control);
                        }
                    }
                });
            }
        });
    }

    /** @return false: it was cleared or replaced meanwhile */
    private boolean tell(SetDERControl.Request control, boolean started) {
        synchronized (station) {
            if (!control.equals(controls.get(key(control.controlId())))) {
                return false;
            }
        }
        station.say(new NotifyDERStartStop.Request(control.controlId(), started, station.stamp()));
        return true;
    }

    GetDERControl.Response get(GetDERControl.Request request) {
        List<SetDERControl.Request> found;
        synchronized (station) {
            found = controls.values().stream()
                    .filter(one -> request.isDefault() == null || one.isDefault() == request.isDefault())
                    .filter(one -> request.controlType() == null || one.controlType() == request.controlType())
                    .filter(one -> request.controlId() == null || sameId(one, request.controlId()))
                    .toList();
        }
        if (found.isEmpty()) {
            return new GetDERControl.Response(DERControlStatus.NotFound);
        }
        station.afterAnswer(() -> {
            for (int i = 0; i < found.size(); i++) {
                station.call(report(request.requestId(), found.get(i), i + 1 < found.size()));
            }
        });
        return new GetDERControl.Response(DERControlStatus.Accepted);
    }

    ClearDERControl.Response clear(ClearDERControl.Request request) {
        synchronized (station) {
            boolean removed = controls.values()
                    .removeIf(one -> one.isDefault() == request.isDefault()
                            && (request.controlType() == null || one.controlType() == request.controlType())
                            && (request.controlId() == null || sameId(one, request.controlId())));
            return new ClearDERControl.Response(removed ? DERControlStatus.Accepted : DERControlStatus.NotFound);
        }
    }

    private static @Nullable Integer priority(SetDERControl.Request control) {
        return switch (control.controlType()) {
            case EnterService ->
                control.enterService() == null ? null : control.enterService().priority();
            case FreqDroop ->
                control.freqDroop() == null ? null : control.freqDroop().priority();
            case FixedPFAbsorb ->
                control.fixedPFAbsorb() == null ? null : control.fixedPFAbsorb().priority();
            case FixedPFInject ->
                control.fixedPFInject() == null ? null : control.fixedPFInject().priority();
            case FixedVar ->
                control.fixedVar() == null ? null : control.fixedVar().priority();
            case Gradients ->
                control.gradient() == null ? null : control.gradient().priority();
            case LimitMaxDischarge ->
                control.limitMaxDischarge() == null
                        ? null
                        : control.limitMaxDischarge().priority();
            case FreqWatt,
                    HFMustTrip,
                    HFMayTrip,
                    HVMustTrip,
                    HVMomCess,
                    HVMayTrip,
                    LFMustTrip,
                    LVMustTrip,
                    LVMomCess,
                    LVMayTrip,
                    PowerMonitoringMustTrip,
                    VoltVar,
                    VoltWatt,
                    WattPF,
                    WattVar -> control.curve() == null ? null : control.curve().priority();
        };
    }

    private static ReportDERControl.Request report(int request, SetDERControl.Request one, boolean more) {
        String id = one.controlId();
        boolean standard = one.isDefault();
        return new ReportDERControl.Request(
                request,
                one.curve() == null
                        ? null
                        : List.of(
                                new ReportDERControl.DERCurveGet(one.curve(), id, one.controlType(), standard, false)),
                one.enterService() == null
                        ? null
                        : List.of(new ReportDERControl.EnterServiceGet(one.enterService(), id)),
                one.fixedPFAbsorb() == null
                        ? null
                        : List.of(new ReportDERControl.FixedPFGet(one.fixedPFAbsorb(), id, standard, false)),
                one.fixedPFInject() == null
                        ? null
                        : List.of(new ReportDERControl.FixedPFGet(one.fixedPFInject(), id, standard, false)),
                one.fixedVar() == null
                        ? null
                        : List.of(new ReportDERControl.FixedVarGet(one.fixedVar(), id, standard, false)),
                one.freqDroop() == null
                        ? null
                        : List.of(new ReportDERControl.FreqDroopGet(one.freqDroop(), id, standard, false)),
                one.gradient() == null ? null : List.of(new ReportDERControl.GradientGet(one.gradient(), id)),
                one.limitMaxDischarge() == null
                        ? null
                        : List.of(new ReportDERControl.LimitMaxDischargeGet(
                                id, standard, false, one.limitMaxDischarge())),
                more,
                null);
    }

    private static boolean sameId(SetDERControl.Request one, String id) {
        return key(one.controlId()).equals(key(id));
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
