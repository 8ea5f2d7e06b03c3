package org.ohmstead.simulator.v2;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.AdjustPeriodicEventStream;
import org.ohmstead.ocpp.v2.ClearVariableMonitoring;
import org.ohmstead.ocpp.v2.ClearVariableMonitoring.ClearMonitoringStatus;
import org.ohmstead.ocpp.v2.ComponentVariable;
import org.ohmstead.ocpp.v2.ConstantStreamData;
import org.ohmstead.ocpp.v2.EventNotification;
import org.ohmstead.ocpp.v2.GenericDeviceModelStatus;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.GetMonitoringReport;
import org.ohmstead.ocpp.v2.GetPeriodicEventStream;
import org.ohmstead.ocpp.v2.Monitor;
import org.ohmstead.ocpp.v2.NotifyMonitoringReport;
import org.ohmstead.ocpp.v2.NotifyPeriodicEventStream;
import org.ohmstead.ocpp.v2.OpenPeriodicEventStream;
import org.ohmstead.ocpp.v2.PeriodicEventStreamParams;
import org.ohmstead.ocpp.v2.SetMonitoringBase;
import org.ohmstead.ocpp.v2.SetMonitoringLevel;
import org.ohmstead.ocpp.v2.SetVariableMonitoring;
import org.ohmstead.ocpp.v2.SetVariableMonitoring.SetMonitoringData;
import org.ohmstead.ocpp.v2.SetVariableMonitoring.SetMonitoringStatus;
import org.ohmstead.simulator.station.Configuration.Setting;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Station;

/** Monitors of variables (N02 to N08) and, on 2.1, the event streams that they feed (N11 to N15). */
final class Monitoring2 {
    private static final int HIGHEST_SEVERITY = 9;
    private static final int MONITORS_PER_PAGE = 20;

    private final Protocol2 cs;
    private final Station station;
    private final Map<Integer, SetMonitoringData> monitors = new LinkedHashMap<>();
    private final Map<Integer, ConstantStreamData> streams = new LinkedHashMap<>();
    private int lastId;

    Monitoring2(Protocol2 cs) {
        this.cs = cs;
        this.station = cs.station();
    }

    SetVariableMonitoring.Response set(SetVariableMonitoring.Request request) {
        synchronized (station) {
            return new SetVariableMonitoring.Response(
                    request.setMonitoringData().stream().map(this::set).toList());
        }
    }

    ClearVariableMonitoring.Response clear(ClearVariableMonitoring.Request request) {
        synchronized (station) {
            return new ClearVariableMonitoring.Response(request.id().stream()
                    .map(id -> {
                        boolean known = monitors.remove(id) != null;
                        streams.values().removeIf(stream -> stream.variableMonitoringId() == id);
                        return new ClearVariableMonitoring.ClearMonitoringResult(
                                known ? ClearMonitoringStatus.Accepted : ClearMonitoringStatus.NotFound, id);
                    })
                    .toList());
        }
    }

    GetMonitoringReport.Response report(GetMonitoringReport.Request request) {
        List<NotifyMonitoringReport.MonitoringData> found = new ArrayList<>();
        synchronized (station) {
            monitors.forEach((id, monitor) -> {
                if (wanted(request, monitor)) {
                    found.add(data(id, monitor));
                }
            });
        }
        if (found.isEmpty()) {
            return new GetMonitoringReport.Response(GenericDeviceModelStatus.EmptyResultSet);
        }
        station.afterAnswer(() -> {
            var pages = Provisioning2.pages(found, MONITORS_PER_PAGE);
            for (int page = 0; page < pages.size(); page++) {
                station.call(new NotifyMonitoringReport.Request(
                        request.requestId(), page, station.stamp(), pages.get(page), page + 1 < pages.size()));
            }
        });
        return new GetMonitoringReport.Response(GenericDeviceModelStatus.Accepted);
    }

    /** Custom monitors are dropped for both smaller bases (N05). */
    SetMonitoringBase.Response base(SetMonitoringBase.Request request) {
        synchronized (station) {
            if (request.monitoringBase() != SetMonitoringBase.MonitoringBase.All) {
                monitors.clear();
                streams.clear();
            }
        }
        return new SetMonitoringBase.Response(GenericDeviceModelStatus.Accepted);
    }

    SetMonitoringLevel.Response level(SetMonitoringLevel.Request request) {
        boolean valid = request.severity() <= HIGHEST_SEVERITY;
        return new SetMonitoringLevel.Response(valid ? GenericStatus.Accepted : GenericStatus.Rejected);
    }

    GetPeriodicEventStream.Response streams(GetPeriodicEventStream.Request request) {
        synchronized (station) {
            return new GetPeriodicEventStream.Response(streams.isEmpty() ? null : List.copyOf(streams.values()));
        }
    }

    AdjustPeriodicEventStream.Response adjust(AdjustPeriodicEventStream.Request request) {
        synchronized (station) {
            ConstantStreamData old = streams.get(request.id());
            if (old == null) {
                return new AdjustPeriodicEventStream.Response(GenericStatus.Rejected, Reasons.of("UnknownStream"));
            }
            streams.put(request.id(), new ConstantStreamData(old.id(), request.params(), old.variableMonitoringId()));
        }
        return new AdjustPeriodicEventStream.Response(GenericStatus.Accepted);
    }

    private SetVariableMonitoring.SetMonitoringResult set(SetMonitoringData wanted) {
        SetMonitoringStatus status = status(wanted);
        Integer id = wanted.id();
        if (status == SetMonitoringStatus.Accepted) {
            id = id == null ? ++lastId : id;
            monitors.put(id, wanted);
            PeriodicEventStreamParams params = wanted.periodicEventStream();
            if (params != null && wanted.type() == Monitor.Periodic) {
                open(id, params);
            }
        }
        return new SetVariableMonitoring.SetMonitoringResult(
                status, wanted.type(), wanted.component(), wanted.variable(), wanted.severity(), id, null);
    }

    private SetMonitoringStatus status(SetMonitoringData wanted) {
        var name = Provisioning2.name(wanted.component(), wanted.variable());
        if (cs.configuration().find(name).isEmpty()) {
            return cs.configuration().hasComponent(wanted.component().name())
                    ? SetMonitoringStatus.UnknownVariable
                    : SetMonitoringStatus.UnknownComponent;
        }
        Integer id = wanted.id();
        if (wanted.severity() > HIGHEST_SEVERITY || (id != null && !monitors.containsKey(id))) {
            return SetMonitoringStatus.Rejected;
        }
        boolean twice = id == null
                && monitors.values().stream()
                        .anyMatch(one -> one.type() == wanted.type()
                                && one.severity() == wanted.severity()
                                && Provisioning2.name(one.component(), one.variable())
                                        .equals(name));
        return twice ? SetMonitoringStatus.Duplicate : SetMonitoringStatus.Accepted;
    }

    private static boolean wanted(GetMonitoringReport.Request request, SetMonitoringData monitor) {
        List<ComponentVariable> named = request.componentVariable();
        List<GetMonitoringReport.MonitoringCriterion> criteria = request.monitoringCriteria();
        boolean isNamed = named == null
                || named.stream()
                        .anyMatch(one -> one.component()
                                        .name()
                                        .equalsIgnoreCase(monitor.component().name())
                                && (one.variable() == null
                                        || one.variable()
                                                .name()
                                                .equalsIgnoreCase(
                                                        monitor.variable().name())));
        return isNamed && (criteria == null || criteria.contains(criterion(monitor.type())));
    }

    private static GetMonitoringReport.MonitoringCriterion criterion(Monitor type) {
        return switch (type) {
            case UpperThreshold, LowerThreshold -> GetMonitoringReport.MonitoringCriterion.ThresholdMonitoring;
            case Delta, TargetDelta, TargetDeltaRelative -> GetMonitoringReport.MonitoringCriterion.DeltaMonitoring;
            case Periodic, PeriodicClockAligned -> GetMonitoringReport.MonitoringCriterion.PeriodicMonitoring;
        };
    }

    private NotifyMonitoringReport.MonitoringData data(int id, SetMonitoringData monitor) {
        NotifyMonitoringReport.VariableMonitoring one = new NotifyMonitoringReport.VariableMonitoring(
                id,
                Boolean.TRUE.equals(monitor.transaction()),
                monitor.value(),
                monitor.type(),
                monitor.severity(),
                Remote2.is21(cs) ? EventNotification.CustomMonitor : null);
        return new NotifyMonitoringReport.MonitoringData(monitor.component(), monitor.variable(), List.of(one));
    }

    private void open(int monitor, PeriodicEventStreamParams params) {
        ConstantStreamData stream = new ConstantStreamData(monitor, params, monitor);
        streams.put(stream.id(), stream);
        station.afterAnswer(() -> {
            station.say(new OpenPeriodicEventStream.Request(stream));
            feed(stream.id());
        });
    }

    /** One value for each interval, for as long as the stream is open. */
    private void feed(int id) {
        ConstantStreamData stream = stream(id);
        if (stream == null) {
            return;
        }
        Integer interval = stream.params().interval();
        station.time().after(Duration.ofSeconds(interval == null || interval < 1 ? 10 : interval), () -> {
            SetMonitoringData monitor = monitor(stream.variableMonitoringId());
            if (stream(id) != null && monitor != null) {
                Instant now = station.stamp();
                station.send(new NotifyPeriodicEventStream.Request(
                        List.of(new NotifyPeriodicEventStream.StreamDataElement(BigDecimal.ZERO, value(monitor))),
                        id,
                        0,
                        now));
                feed(id);
            }
        });
    }

    private String value(SetMonitoringData monitor) {
        var name = Provisioning2.name(monitor.component(), monitor.variable());
        if (name.variable().equals("power") && name.evse() > 0) {
            return station.outlet(name.evse())
                    .map(Outlet::watts)
                    .map(watts -> String.valueOf(Math.round(watts)))
                    .orElse("0");
        }
        return cs.configuration().find(name).map(Setting::value).orElse("");
    }

    private @Nullable ConstantStreamData stream(int id) {
        synchronized (station) {
            return streams.get(id);
        }
    }

    private @Nullable SetMonitoringData monitor(int id) {
        synchronized (station) {
            return monitors.get(id);
        }
    }
}
