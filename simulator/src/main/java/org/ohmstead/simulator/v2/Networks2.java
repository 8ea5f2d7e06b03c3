package org.ohmstead.simulator.v2;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.SetNetworkProfile;
import org.ohmstead.simulator.station.network.Destinations;
import org.ohmstead.simulator.station.network.Destinations.Destination;

/** The slots with network profiles, and the order in which they are tried after a boot (A05, B09, B10). */
final class Networks2 {
    private final Protocol2 cs;
    private final Map<Integer, Destination> told = new ConcurrentHashMap<>();

    Networks2(Protocol2 cs) {
        this.cs = cs;
    }

    SetNetworkProfile.Response set(SetNetworkProfile.Request request) {
        SetNetworkProfile.NetworkConnectionProfile profile = request.connectionData();
        boolean usable = profile.ocppTransport() == SetNetworkProfile.OCPPTransport.JSON
                && profile.ocppCsmsUrl().matches("wss?://.+")
                && request.configurationSlot() > 0;
        if (!usable) {
            return new SetNetworkProfile.Response(SetNetworkProfile.SetNetworkProfileStatus.Rejected);
        }
        if (profile.securityProfile() < destinations().profile()) {
            return new SetNetworkProfile.Response(
                    SetNetworkProfile.SetNetworkProfileStatus.Rejected, Reasons.of("NoSecurityDowngrade"));
        }
        told.put(
                request.configurationSlot(),
                new Destination(request.configurationSlot(), profile.ocppCsmsUrl(), profile.securityProfile()));
        return new SetNetworkProfile.Response(SetNetworkProfile.SetNetworkProfileStatus.Accepted);
    }

    /** Whether the station can show what the profiles of these slots ask for. @param priority as the variable has it */
    boolean takes(String priority) {
        return slots(priority).stream()
                .map(Destination::profile)
                .filter(Objects::nonNull)
                .allMatch(profile -> profile == 0 || destinations().has(profile));
    }

    /** In the order of their priority; none: nobody has told the station another one than it was delivered with. */
    List<Destination> order() {
        return told.isEmpty() ? List.of() : slots(cs.configuration().text(DeviceModel2.NETWORK_PRIORITY));
    }

    private List<Destination> slots(String priority) {
        return Arrays.stream(priority.split(","))
                .map(String::strip)
                .filter(slot -> slot.matches("\\d{1,9}"))
                .map(slot -> slot(Integer.parseInt(slot)))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Destination slot(int number) {
        Destination delivered = destinations().delivered();
        Destination set = told.get(number);
        return set == null && number == delivered.slot() ? delivered : set;
    }

    private Destinations destinations() {
        return cs.station().connection().destinations();
    }
}
