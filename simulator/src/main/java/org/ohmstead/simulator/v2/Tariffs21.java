package org.ohmstead.simulator.v2;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.ChangeTransactionTariff;
import org.ohmstead.ocpp.v2.ChangeTransactionTariff.TariffChangeStatus;
import org.ohmstead.ocpp.v2.ClearTariffs;
import org.ohmstead.ocpp.v2.ClearTariffs.ClearTariffsResult;
import org.ohmstead.ocpp.v2.ClearTariffs.TariffClearStatus;
import org.ohmstead.ocpp.v2.CostDetails;
import org.ohmstead.ocpp.v2.GetTariffs;
import org.ohmstead.ocpp.v2.GetTariffs.TariffAssignment;
import org.ohmstead.ocpp.v2.Price;
import org.ohmstead.ocpp.v2.SetDefaultTariff;
import org.ohmstead.ocpp.v2.Tariff;
import org.ohmstead.ocpp.v2.TariffCost;
import org.ohmstead.ocpp.v2.TotalCost;
import org.ohmstead.ocpp.v2.TotalPrice;
import org.ohmstead.ocpp.v2.TotalUsage;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.Transaction;
import org.ohmstead.simulator.station.metering.Sample;

/** Tariffs that a station calculates with (I07 to I12): unconditional prices only, and no taxes. */
final class Tariffs21 {
    private final Station station;

    /** By EVSE. */
    private final Map<Integer, Tariff> defaults = new LinkedHashMap<>();

    /** In use or in use before; by its id. */
    private final Map<String, Tariff> known = new LinkedHashMap<>();

    Tariffs21(Protocol2 cs) {
        this.station = cs.station();
    }

    SetDefaultTariff.Response set(SetDefaultTariff.Request request) {
        Tariff tariff = request.tariff();
        if (hasConditions(tariff)) {
            return new SetDefaultTariff.Response(SetDefaultTariff.TariffSetStatus.ConditionNotSupported);
        }
        List<Outlet> outlets = outlets(request.evseId());
        if (outlets.isEmpty()) {
            return new SetDefaultTariff.Response(SetDefaultTariff.TariffSetStatus.Rejected);
        }
        synchronized (station) {
            outlets.forEach(outlet -> defaults.put(outlet.id(), tariff));
            known.put(tariff.tariffId(), tariff);
        }
        return new SetDefaultTariff.Response(SetDefaultTariff.TariffSetStatus.Accepted);
    }

    GetTariffs.Response get(GetTariffs.Request request) {
        List<TariffAssignment> assignments = new ArrayList<>();
        synchronized (station) {
            defaults.forEach((evse, tariff) -> {
                if (request.evseId() == 0 || request.evseId() == evse) {
                    assignments.add(new TariffAssignment(
                            tariff.tariffId(),
                            GetTariffs.TariffKind.DefaultTariff,
                            tariff.validFrom(),
                            List.of(evse),
                            null));
                }
            });
        }
        return assignments.isEmpty()
                ? new GetTariffs.Response(GetTariffs.TariffGetStatus.NoTariff)
                : new GetTariffs.Response(GetTariffs.TariffGetStatus.Accepted, null, assignments);
    }

    ClearTariffs.Response clear(ClearTariffs.Request request) {
        List<String> ids = request.tariffIds();
        Integer evse = request.evseId();
        List<ClearTariffsResult> results = new ArrayList<>();
        synchronized (station) {
            if (ids == null) {
                boolean all = evse == null || evse == 0;
                boolean any = all ? !defaults.isEmpty() : defaults.containsKey(evse);
                defaults.keySet().removeIf(one -> evse == null || evse == 0 || one.equals(evse));
                results.add(new ClearTariffsResult(any ? TariffClearStatus.Accepted : TariffClearStatus.NoTariff));
            } else {
                for (String id : ids) {
                    boolean removed = defaults.entrySet()
                            .removeIf(one -> one.getValue().tariffId().equals(id)
                                    && (evse == null
                                            || evse == 0
                                            || one.getKey().equals(evse)));
                    results.add(new ClearTariffsResult(
                            removed ? TariffClearStatus.Accepted : TariffClearStatus.NoTariff, null, id));
                }
            }
        }
        return new ClearTariffs.Response(results);
    }

    ChangeTransactionTariff.Response change(ChangeTransactionTariff.Request request) {
        Tariff tariff = request.tariff();
        Outlet outlet = station.charging().find(request.transactionId()).orElse(null);
        Transaction running = outlet == null ? null : outlet.transaction();
        if (outlet == null || running == null) {
            return new ChangeTransactionTariff.Response(TariffChangeStatus.TxNotFound);
        }
        if (hasConditions(tariff)) {
            return new ChangeTransactionTariff.Response(TariffChangeStatus.ConditionNotSupported);
        }
        synchronized (station) {
            Tariff old = running.tariff() == null ? null : known.get(running.tariff());
            if (old != null && !old.currency().equals(tariff.currency())) {
                return new ChangeTransactionTariff.Response(TariffChangeStatus.NoCurrencyChange);
            }
            known.put(tariff.tariffId(), tariff);
            running.tariff(tariff.tariffId());
        }
        station.afterAnswer(() -> station.protocol().updated(outlet, running, TriggerReason.TariffChanged, null));
        return new ChangeTransactionTariff.Response(TariffChangeStatus.Accepted);
    }

    /** The tariff that a transaction beginning here gets. */
    @Nullable
    String of(Outlet outlet) {
        synchronized (station) {
            Tariff tariff = defaults.get(outlet.id());
            return tariff == null ? null : tariff.tariffId();
        }
    }

    /** What a transaction cost; null where there is no tariff (I12). */
    @Nullable
    CostDetails cost(Transaction transaction, Sample end) {
        synchronized (station) {
            String id = transaction.tariff();
            Tariff tariff = id == null ? null : known.get(id);
            if (tariff == null) {
                return null;
            }
            BigDecimal kiloWattHours = BigDecimal.valueOf((end.registerWh() - transaction.startWh()) / 1000)
                    .setScale(4, RoundingMode.HALF_UP);
            long seconds = Duration.between(transaction.startedAt(), end.at()).toSeconds();
            BigDecimal energy = tariff.energy() == null
                    ? BigDecimal.ZERO
                    : tariff.energy().prices().getFirst().priceKwh().multiply(kiloWattHours);
            BigDecimal time = tariff.chargingTime() == null
                    ? BigDecimal.ZERO
                    : tariff.chargingTime()
                            .prices()
                            .getFirst()
                            .priceMinute()
                            .multiply(BigDecimal.valueOf(seconds / 60.0));
            BigDecimal fixed = tariff.fixedFee() == null
                    ? BigDecimal.ZERO
                    : tariff.fixedFee().prices().getFirst().priceFixed();
            BigDecimal total = money(energy.add(time).add(fixed));
            TotalCost cost = new TotalCost(
                    tariff.currency(),
                    TariffCost.NormalCost,
                    new TotalPrice(total, total),
                    price(fixed),
                    price(energy),
                    price(time),
                    null,
                    null,
                    null,
                    null);
            return new CostDetails(cost, new TotalUsage(kiloWattHours, (int) seconds, 0));
        }
    }

    private static Price price(BigDecimal amount) {
        return new Price(money(amount), money(amount), null);
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.HALF_UP);
    }

    private static boolean hasConditions(Tariff tariff) {
        return (tariff.energy() != null && tariff.energy().prices().stream().anyMatch(one -> one.conditions() != null))
                || (tariff.chargingTime() != null
                        && tariff.chargingTime().prices().stream().anyMatch(one -> one.conditions() != null))
                || (tariff.fixedFee() != null
                        && tariff.fixedFee().prices().stream().anyMatch(one -> one.conditions() != null));
    }

    private List<Outlet> outlets(int evse) {
        return evse == 0 ? station.outlets() : station.outlet(evse).stream().toList();
    }
}
