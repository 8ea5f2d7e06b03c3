package org.ohmstead.payments.gateways;

import org.ohmstead.payments.state.Failure;

/** What a provider says. */
public sealed interface Answer {
    /** How the payment stands there now. */
    record Seen(Sighting sighting) implements Answer {}

    /** It was not done, and a repetition would not be either. */
    record Declined(Failure failure) implements Answer {}

    /** It was or was not done: the line broke, the time was over, the provider is out of order. To be asked later. */
    record Unknown(String why) implements Answer {}

    static Answer declined(String code, String message) {
        return new Declined(new Failure(code, message));
    }
}
