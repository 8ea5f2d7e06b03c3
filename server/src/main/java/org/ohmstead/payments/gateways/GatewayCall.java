package org.ohmstead.payments.gateways;

import org.ohmstead.payments.state.Operation;
import org.ohmstead.payments.state.Payment;

/**
 * Something to be done at a provider.
 *
 * @param operation as it was written down before; its key makes a repetition known
 */
public record GatewayCall(Account account, Payment payment, Operation operation) {}
