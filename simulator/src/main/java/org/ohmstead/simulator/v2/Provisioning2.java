package org.ohmstead.simulator.v2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.Attribute;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.ComponentVariable;
import org.ohmstead.ocpp.v2.Evse;
import org.ohmstead.ocpp.v2.GenericDeviceModelStatus;
import org.ohmstead.ocpp.v2.GetBaseReport;
import org.ohmstead.ocpp.v2.GetReport;
import org.ohmstead.ocpp.v2.GetVariables;
import org.ohmstead.ocpp.v2.GetVariables.GetVariableStatus;
import org.ohmstead.ocpp.v2.NotifyReport;
import org.ohmstead.ocpp.v2.NotifyReport.Data;
import org.ohmstead.ocpp.v2.NotifyReport.Mutability;
import org.ohmstead.ocpp.v2.NotifyReport.ReportData;
import org.ohmstead.ocpp.v2.SetVariables;
import org.ohmstead.ocpp.v2.SetVariables.SetVariableStatus;
import org.ohmstead.ocpp.v2.Variable;
import org.ohmstead.simulator.station.Configuration;
import org.ohmstead.simulator.station.Configuration.Name;
import org.ohmstead.simulator.station.Configuration.Setting;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.network.Destinations;

/** Variables and the reports about them (B05 to B08). */
final class Provisioning2 {
    private static final int VARIABLES_PER_PAGE = 20;

    private Provisioning2() {}

    static GetVariables.Response get(Protocol2 cs, GetVariables.Request request) {
        synchronized (cs.station()) {
            return new GetVariables.Response(
                    request.getVariableData().stream().map(one -> get(cs, one)).toList());
        }
    }

    static SetVariables.Response set(Protocol2 cs, SetVariables.Request request) {
        synchronized (cs.station()) {
            return new SetVariables.Response(
                    request.setVariableData().stream().map(one -> set(cs, one)).toList());
        }
    }

    static GetBaseReport.Response baseReport(Protocol2 cs, GetBaseReport.Request request) {
        Predicate<Setting> which =
                switch (request.reportBase()) {
                    case FullInventory -> setting -> true;
                    case ConfigurationInventory -> Setting::writable;
                    case SummaryInventory ->
                        setting -> setting.variable().matches("Available|AvailabilityState|Problem|Enabled");
                };
        return new GetBaseReport.Response(report(cs, request.requestId(), which));
    }

    static GetReport.Response report(Protocol2 cs, GetReport.Request request) {
        List<ComponentVariable> wanted = request.componentVariable();
        List<GetReport.ComponentCriterion> criteria = request.componentCriteria();
        Predicate<Setting> named = setting -> wanted == null || wanted.stream().anyMatch(one -> matches(one, setting));
        Predicate<Setting> criterion = setting -> criteria == null
                || criteria.stream().anyMatch(one -> setting.variable().equalsIgnoreCase(one.name()));
        return new GetReport.Response(report(cs, request.requestId(), named.and(criterion)));
    }

    static boolean matches(ComponentVariable wanted, Setting setting) {
        Component component = wanted.component();
        Variable variable = wanted.variable();
        Evse evse = component.evse();
        return component.name().equalsIgnoreCase(setting.component())
                && (evse == null || evse.id() == setting.evse())
                && (variable == null || variable.name().equalsIgnoreCase(setting.variable()))
                && (variable == null
                        || variable.instance() == null
                        || variable.instance().equalsIgnoreCase(setting.instance()));
    }

    static Name name(Component component, Variable variable) {
        Evse evse = component.evse();
        String instance = variable.instance();
        return new Name(
                component.name(), evse == null ? 0 : evse.id(), variable.name(), instance == null ? "" : instance);
    }

    static Component component(Setting setting) {
        boolean connector = setting.component().equals("Connector");
        Evse evse = setting.evse() == 0 ? null : new Evse(setting.evse(), connector ? 1 : null);
        return new Component(setting.component(), evse, null);
    }

    static Variable variable(Setting setting) {
        return new Variable(setting.variable(), setting.instance().isEmpty() ? null : setting.instance());
    }

    private static GetVariables.GetVariableResult get(Protocol2 cs, GetVariables.GetVariableData wanted) {
        Configuration model = cs.configuration();
        Setting setting =
                model.find(name(wanted.component(), wanted.variable())).orElse(null);
        GetVariableStatus status;
        String value = null;
        if (setting == null) {
            status = model.hasComponent(wanted.component().name())
                    ? GetVariableStatus.UnknownVariable
                    : GetVariableStatus.UnknownComponent;
        } else if (!isActual(wanted.attributeType())) {
            status = GetVariableStatus.NotSupportedAttributeType;
        } else if (!setting.readable()) {
            status = GetVariableStatus.Rejected;
        } else {
            status = GetVariableStatus.Accepted;
            value = value(cs, setting);
        }
        return new GetVariables.GetVariableResult(
                status, wanted.component(), wanted.variable(), null, wanted.attributeType(), value);
    }

    private static SetVariables.SetVariableResult set(Protocol2 cs, SetVariables.SetVariableData wanted) {
        Configuration model = cs.configuration();
        Name name = name(wanted.component(), wanted.variable());
        SetVariableStatus status;
        if (!isActual(wanted.attributeType())) {
            status = SetVariableStatus.NotSupportedAttributeType;
        } else if (name.equals(DeviceModel2.PASSWORD)
                && !wanted.attributeValue().matches(".{16,64}")) {
            status = SetVariableStatus.Rejected;
        } else if (name.equals(DeviceModel2.NETWORK_PRIORITY) && !cs.networks().takes(wanted.attributeValue())) {
            status = SetVariableStatus.Rejected;
        } else {
            status = switch (model.change(name, wanted.attributeValue())) {
                case ACCEPTED -> SetVariableStatus.Accepted;
                case REBOOT_REQUIRED -> SetVariableStatus.RebootRequired;
                case REJECTED -> SetVariableStatus.Rejected;
                case UNKNOWN ->
                    model.hasComponent(wanted.component().name())
                            ? SetVariableStatus.UnknownVariable
                            : SetVariableStatus.UnknownComponent;
            };
        }
        if (status == SetVariableStatus.Accepted) {
            applied(cs, name, wanted.attributeValue());
        }
        return new SetVariables.SetVariableResult(
                status, wanted.component(), wanted.variable(), wanted.attributeType(), null);
    }

    private static void applied(Protocol2 cs, Name name, String value) {
        if (name.equals(DeviceModel2.HEARTBEAT)) {
            cs.station().lifecycle().newHeartbeat();
        } else if (name.equals(DeviceModel2.PASSWORD)) {
            cs.station().connection().destinations().password(value);
        }
    }

    private static boolean isActual(@Nullable Attribute attribute) {
        return attribute == null || attribute == Attribute.Actual;
    }

    private static GenericDeviceModelStatus report(Protocol2 cs, int requestId, Predicate<Setting> which) {
        Station station = cs.station();
        List<ReportData> all;
        synchronized (station) {
            all = cs.configuration().all().stream()
                    .filter(which)
                    .map(setting -> data(cs, setting))
                    .toList();
        }
        if (all.isEmpty()) {
            return GenericDeviceModelStatus.EmptyResultSet;
        }
        station.afterAnswer(() -> {
            List<List<ReportData>> pages = pages(all, VARIABLES_PER_PAGE);
            for (int page = 0; page < pages.size(); page++) {
                // Passes while the station is pending, too (B02).
                station.call(new NotifyReport.Request(
                        requestId, station.stamp(), page, pages.get(page), page + 1 < pages.size()));
            }
        });
        return GenericDeviceModelStatus.Accepted;
    }

    static <T> List<List<T>> pages(List<T> all, int size) {
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            pages.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return pages;
    }

    private static ReportData data(Protocol2 cs, Setting setting) {
        Mutability mutability = !setting.readable()
                ? Mutability.WriteOnly
                : setting.writable() ? Mutability.ReadWrite : Mutability.ReadOnly;
        NotifyReport.VariableAttribute attribute = new NotifyReport.VariableAttribute(
                Attribute.Actual, setting.readable() ? value(cs, setting) : null, mutability, true, false);
        String options = setting.allowed().isEmpty() ? null : String.join(",", setting.allowed());
        NotifyReport.VariableCharacteristics characteristics = new NotifyReport.VariableCharacteristics(
                type(setting), true, setting.unit().isEmpty() ? null : setting.unit(), null, null, options, null);
        return new ReportData(component(setting), variable(setting), List.of(attribute), characteristics);
    }

    private static Data type(Setting setting) {
        return switch (setting.kind()) {
            case TEXT -> Data.string;
            case INTEGER -> Data.integer;
            case DECIMAL -> Data.decimal;
            case BOOLEAN -> Data.boolean_;
            case OPTION -> Data.OptionList;
            case LIST -> Data.MemberList;
        };
    }

    private static String value(Protocol2 cs, Setting setting) {
        return switch (setting.variable().toLowerCase(Locale.ROOT)) {
            case "datetime" -> cs.station().time().now().toString();
            case "activenetworkprofile" ->
                String.valueOf(destinations(cs).current().slot());
            case "securityprofile" -> String.valueOf(destinations(cs).profile());
            case "firmwareversion" -> cs.maintenance().firmware();
            case "entries" ->
                setting.component().equals("LocalAuthListCtrlr")
                        ? String.valueOf(cs.station().localList().size())
                        : setting.value();
            case "power" -> new BigDecimal(setting.value()).stripTrailingZeros().toPlainString();
            default -> setting.value();
        };
    }

    private static Destinations destinations(Protocol2 cs) {
        return cs.station().connection().destinations();
    }
}
