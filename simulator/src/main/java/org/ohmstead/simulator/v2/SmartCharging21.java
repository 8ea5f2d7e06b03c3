package org.ohmstead.simulator.v2;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ohmstead.ocpp.v2.AFRRSignal;
import org.ohmstead.ocpp.v2.ChargingProfileStatus;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.NotifyAllowedEnergyTransfer;
import org.ohmstead.ocpp.v2.NotifyPriorityCharging;
import org.ohmstead.ocpp.v2.UpdateDynamicSchedule;
import org.ohmstead.ocpp.v2.UsePriorityCharging;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Profile;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.Transaction;

/** What 2.1 adds: priority charging (K21), dynamic schedules (K28), energy transfer modes (Q01), frequency support (Q06). */
final class SmartCharging21 {
    private SmartCharging21() {}

    static UsePriorityCharging.Response priority(Protocol2 cs, UsePriorityCharging.Request request) {
        Station station = cs.station();
        Optional<Outlet> outlet = station.charging().find(request.transactionId());
        Transaction running = outlet.map(Outlet::transaction).orElse(null);
        if (running == null) {
            return new UsePriorityCharging.Response(
                    UsePriorityCharging.PriorityChargingStatus.Rejected, Reasons.of("TxNotFound"));
        }
        synchronized (station) {
            boolean any = station.profiles().all().stream()
                    .anyMatch(profile -> profile.purpose() == Profile.Purpose.PRIORITY);
            if (!any) {
                return new UsePriorityCharging.Response(UsePriorityCharging.PriorityChargingStatus.NoProfile);
            }
            running.priority(request.activate());
        }
        station.afterAnswer(() -> {
            station.say(new NotifyPriorityCharging.Request(running.id(), request.activate()));
            station.powerFlow().limitsChanged();
        });
        return new UsePriorityCharging.Response(UsePriorityCharging.PriorityChargingStatus.Accepted);
    }

    static UpdateDynamicSchedule.Response update(Protocol2 cs, UpdateDynamicSchedule.Request request) {
        Station station = cs.station();
        synchronized (station) {
            Profile old = station.profiles().all().stream()
                    .filter(one -> one.id() == request.chargingProfileId())
                    .filter(one -> one.schedule().kind() == Profile.Kind.DYNAMIC)
                    .findFirst()
                    .orElse(null);
            if (old == null) {
                return new UpdateDynamicSchedule.Response(ChargingProfileStatus.Rejected, Reasons.of("InvalidProfile"));
            }
            BigDecimal limit = request.scheduleUpdate().limit();
            BigDecimal wanted = limit == null ? request.scheduleUpdate().setpoint() : limit;
            // An update starts the watchdog of the duration anew (erratum 2.34).
            Profile.Schedule schedule = new Profile.Schedule(
                    Profile.Kind.DYNAMIC,
                    old.schedule().inWatts(),
                    List.of(new Profile.Period(Duration.ZERO, wanted == null ? null : wanted.doubleValue(), 3)),
                    station.time().now(),
                    old.schedule().duration());
            station.profiles()
                    .install(new Profile(old.id(), old.stack(), old.purpose(), schedule, old.scope(), old.original()));
        }
        station.afterAnswer(() -> station.powerFlow().limitsChanged());
        return new UpdateDynamicSchedule.Response(ChargingProfileStatus.Accepted);
    }

    static NotifyAllowedEnergyTransfer.Response transfer(Protocol2 cs, NotifyAllowedEnergyTransfer.Request request) {
        boolean known = cs.station().charging().find(request.transactionId()).isPresent();
        return new NotifyAllowedEnergyTransfer.Response(
                known
                        ? NotifyAllowedEnergyTransfer.NotifyAllowedEnergyTransferStatus.Accepted
                        : NotifyAllowedEnergyTransfer.NotifyAllowedEnergyTransferStatus.Rejected);
    }

    /** No schedule here has a signal curve, so there is nothing to follow it with. */
    static AFRRSignal.Response signal(Protocol2 cs, AFRRSignal.Request request) {
        return new AFRRSignal.Response(GenericStatus.Rejected, Reasons.of("InvalidSchedule"));
    }
}
