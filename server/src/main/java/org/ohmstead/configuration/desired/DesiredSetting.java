package org.ohmstead.configuration.desired;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.devicemodel.Address;

/**
 * A value that stations are to be set to.
 *
 * @param enforce whether it is set again after a boot that lost it
 * @param by      who wants it
 * @param group   of whose stations; null: of one station by itself
 */
public record DesiredSetting(
        Address address,
        String value,
        boolean enforce,
        String by,
        Instant since,
        @Nullable Long group) {}
