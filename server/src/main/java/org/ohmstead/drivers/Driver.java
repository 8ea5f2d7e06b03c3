package org.ohmstead.drivers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who charges with an account.
 *
 * @param company number of the one that pays for them; null: they pay themselves
 * @param method  how they pay
 * @param tokens  numbers of the tokens that are theirs
 */
public record Driver(
        Person person,
        @Nullable String phone,
        @Nullable Long company,
        PaymentMethod method,
        @Nullable String note,
        List<Long> tokens) {
    public Driver {
        tokens = tokens.stream().distinct().sorted().toList();
    }

    /** Its tokens stay its own until they are removed, so that whoever was interrupted finds them again. */
    Driver erased(String name) {
        return new Driver(person.erased(name), null, null, method, null, tokens);
    }
}
