package org.ohmstead.vendor;

import jakarta.inject.Singleton;
import java.util.Set;

/** Gives back what it gets: for technicians who want to see a station's DataTransfer work from end to end. */
@Singleton
public class Echo implements VendorHandler {
    @Override
    public String vendorId() {
        return "org.ohmstead";
    }

    @Override
    public Set<String> messageIds() {
        return Set.of("Echo");
    }

    @Override
    public VendorAnswer handle(VendorMessage message) {
        return VendorAnswer.accepted(message.sent());
    }
}
