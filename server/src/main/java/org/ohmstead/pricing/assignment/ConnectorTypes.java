package org.ohmstead.pricing.assignment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.DeviceModel;

/** What types of connectors stations tell that they have ({@code Connector.ConnectorType} of 2.x; 1.6 has no word for it). */
@Singleton
public class ConnectorTypes {
    /** Of an EVSE of which nobody says which connector is meant. */
    private static final int MOST = 8;

    private final DeviceModel model;

    @Inject
    public ConnectorTypes(DeviceModel model) {
        this.model = model;
    }

    /** In small letters; empty: nobody knows. */
    Set<String> at(Subject subject) {
        Integer evse = subject.evse();
        if (evse == null) {
            return Set.of();
        }
        Integer connector = subject.connector();
        List<Address> asked = (connector == null ? IntStream.rangeClosed(1, MOST) : IntStream.of(connector))
                .mapToObj(number -> new Address("Connector", "", evse, number, "ConnectorType", "", Address.ACTUAL))
                .toList();
        Set<String> types = new TreeSet<>();
        model.of(subject.station(), asked).values().forEach(known -> {
            if (known.value() != null && !known.value().isBlank()) {
                types.add(known.value().strip().toLowerCase(Locale.ROOT));
            }
        });
        return types;
    }
}
