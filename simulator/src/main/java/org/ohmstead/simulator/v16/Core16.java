package org.ohmstead.simulator.v16;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ohmstead.ocpp.v16.ChangeAvailability;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v16.ClearCache;
import org.ohmstead.ocpp.v16.DataTransfer;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v16.Reset;
import org.ohmstead.ocpp.v16.UnlockConnector;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.Configuration;
import org.ohmstead.simulator.station.Configuration.Name;
import org.ohmstead.simulator.station.Configuration.Setting;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Station;

/** The core profile: configuration, availability, reset. */
final class Core16 {
    /** The vendor whose DataTransfer this station understands; its one message is an echo. */
    private static final String VENDOR = "org.ohmstead";

    private Core16() {}

    static ChangeAvailability.Response changeAvailability(Protocol16 cp, ChangeAvailability.Request request) {
        Station station = cp.station();
        boolean operative = request.type() == ChangeAvailability.Type.Operative;
        List<Outlet> affected = request.connectorId() == 0
                ? station.outlets()
                : station.outlet(request.connectorId()).stream().toList();
        if (affected.isEmpty()) {
            return new ChangeAvailability.Response(ChangeAvailability.Status.Rejected);
        }
        boolean now = true;
        synchronized (station) {
            for (Outlet outlet : affected) {
                now &= outlet.operative(operative);
            }
            if (request.connectorId() == 0) {
                station.operative(operative || !now);
            }
        }
        station.afterAnswer(() -> {
            if (request.connectorId() == 0) {
                cp.reportStation();
            }
            affected.forEach(station::report);
        });
        return new ChangeAvailability.Response(
                now ? ChangeAvailability.Status.Accepted : ChangeAvailability.Status.Scheduled);
    }

    static ChangeConfiguration.Response changeConfiguration(Protocol16 cp, ChangeConfiguration.Request request) {
        Station station = cp.station();
        Name name = new Name("", 0, request.key(), "");
        String secureUrl = station.options().secureUrl();
        if (secureUrl != null && name.equals(Keys16.SECURITY_PROFILE)) {
            return new ChangeConfiguration.Response(Security16.profile(station, request.value(), secureUrl));
        }
        boolean password = name.equals(Keys16.AUTHORIZATION_KEY);
        if (password && !request.value().matches("[0-9a-fA-F]{32,40}")) {
            return new ChangeConfiguration.Response(ChangeConfiguration.Status.Rejected);
        }
        Configuration.Change change;
        synchronized (station) {
            change = cp.configuration().change(name, request.value());
        }
        if (password) {
            // The key is sent as text where its bytes are text, as most stations of the field do (behaviour 1.4).
            byte[] bytes = HexFormat.of().parseHex(request.value());
            String text = new String(bytes, StandardCharsets.US_ASCII);
            station.connection().destinations().password(text.matches("\\p{Print}+") ? text : request.value());
        }
        if (name.equals(Keys16.HEARTBEAT)) {
            station.lifecycle().newHeartbeat();
        }
        return new ChangeConfiguration.Response(
                switch (change) {
                    case ACCEPTED -> ChangeConfiguration.Status.Accepted;
                    case REBOOT_REQUIRED -> ChangeConfiguration.Status.RebootRequired;
                    case REJECTED -> ChangeConfiguration.Status.Rejected;
                    case UNKNOWN -> ChangeConfiguration.Status.NotSupported;
                });
    }

    static GetConfiguration.Response getConfiguration(Protocol16 cp, GetConfiguration.Request request) {
        List<String> wanted = request.key();
        List<GetConfiguration.KeyValue> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        synchronized (cp.station()) {
            if (wanted == null || wanted.isEmpty()) {
                cp.configuration().all().forEach(setting -> known.add(keyValue(cp, setting)));
            } else {
                for (String key : wanted) {
                    cp.configuration()
                            .find(key)
                            .ifPresentOrElse(setting -> known.add(keyValue(cp, setting)), () -> unknown.add(key));
                }
            }
        }
        return new GetConfiguration.Response(known, unknown.isEmpty() ? null : unknown);
    }

    static ClearCache.Response clearCache(Protocol16 cp, ClearCache.Request request) {
        synchronized (cp.station()) {
            cp.station().localList().clearCache();
        }
        return new ClearCache.Response(ClearCache.Status.Accepted);
    }

    static DataTransfer.Response dataTransfer(Protocol16 cp, DataTransfer.Request request) {
        if (!request.vendorId().equalsIgnoreCase(VENDOR)) {
            return new DataTransfer.Response(DataTransfer.Status.UnknownVendorId);
        }
        if (!"Echo".equalsIgnoreCase(request.messageId())) {
            return new DataTransfer.Response(DataTransfer.Status.UnknownMessageId);
        }
        return new DataTransfer.Response(DataTransfer.Status.Accepted, request.data());
    }

    static Reset.Response reset(Protocol16 cp, Reset.Request request) {
        Reason reason = request.type() == Reset.Type.Hard ? Reason.ImmediateReset : Reason.Reboot;
        cp.station().afterAnswer(() -> cp.station().lifecycle().reboot(BootReason.RemoteReset, reason, false));
        return new Reset.Response(Reset.Status.Accepted);
    }

    static UnlockConnector.Response unlock(Protocol16 cp, UnlockConnector.Request request) {
        Station station = cp.station();
        Outlet outlet = station.outlet(request.connectorId()).orElse(null);
        if (outlet == null) {
            return new UnlockConnector.Response(UnlockConnector.Status.NotSupported);
        }
        // An unlock ends the transaction (1.6 §5.18).
        station.afterAnswer(() -> station.charging().stop(outlet, TriggerReason.UnlockCommand, Reason.Other, null));
        return new UnlockConnector.Response(UnlockConnector.Status.Unlocked);
    }

    private static GetConfiguration.KeyValue keyValue(Protocol16 cp, Setting setting) {
        boolean moves =
                cp.station().options().secureUrl() != null && setting.variable().equals("SecurityProfile");
        String value = moves
                ? String.valueOf(cp.station().connection().destinations().profile())
                : setting.readable() ? setting.value() : null;
        return new GetConfiguration.KeyValue(setting.variable(), !setting.writable(), value);
    }
}
