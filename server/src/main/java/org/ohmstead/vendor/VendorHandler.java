package org.ohmstead.vendor;

import java.util.Set;

/**
 * Serves messages that a vendor added to the protocol. A bean that implements it is found by itself, and so is a service of
 * {@link java.util.ServiceLoader} in a jar of the folder for handlers: see docs/data-transfer.md.
 */
public interface VendorHandler {
    /** A message without a messageId. */
    String NO_MESSAGE_ID = "";

    /** Whose messages, ideally a reversed domain name; compared without case. */
    String vendorId();

    /** Which of them, compared without case; with {@link #NO_MESSAGE_ID} also the one without a messageId. */
    Set<String> messageIds();

    /**
     * Answers one message. Any number of stations call at the same time, and each waits for its answer, so it should come
     * within seconds; what it promises must be durable by then. A station repeats what was not answered in time. What is
     * thrown is logged and answered with Rejected.
     */
    VendorAnswer handle(VendorMessage message);
}
