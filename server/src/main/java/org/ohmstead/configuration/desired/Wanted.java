package org.ohmstead.configuration.desired;

import org.ohmstead.devicemodel.Address;

/** A value as somebody wants it. @param enforce whether it is set again after a boot that lost it */
public record Wanted(Address address, String value, boolean enforce) {}
