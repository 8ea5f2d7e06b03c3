package org.ohmstead.pricing.charge;

import java.math.BigDecimal;

/**
 * How much of what is priced.
 *
 * @param kwh      energy; negative: it went back into the grid
 * @param charging s of charging
 * @param parking  s connected without the vehicle's asking for power
 * @param reserved s of reservation
 */
public record Volumes(BigDecimal kwh, BigDecimal charging, BigDecimal parking, BigDecimal reserved) {
    public static final Volumes NONE = new Volumes(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Volumes plus(Volumes other) {
        return new Volumes(
                kwh.add(other.kwh),
                charging.add(other.charging),
                parking.add(other.parking),
                reserved.add(other.reserved));
    }

    public Volumes minus(Volumes other) {
        return new Volumes(
                kwh.subtract(other.kwh),
                charging.subtract(other.charging),
                parking.subtract(other.parking),
                reserved.subtract(other.reserved));
    }

    /** Whether there is nothing at all. */
    public boolean isNone() {
        return kwh.signum() == 0 && charging.signum() == 0 && parking.signum() == 0 && reserved.signum() == 0;
    }

    /** What has come together after a part of it, from 0 to 1, because everything grows evenly. */
    public Volumes share(BigDecimal part) {
        return new Volumes(
                Exact.settled(kwh.multiply(part)),
                Exact.settled(charging.multiply(part)),
                Exact.settled(parking.multiply(part)),
                Exact.settled(reserved.multiply(part)));
    }
}
