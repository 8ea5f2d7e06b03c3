package org.ohmstead.charging;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, written in the one way that decides whether another one says the same. It stands in databases as a
 * digest, so it must never change for what can be said already: a message that a station queued before an upgrade is the same
 * one after it. What is absent is left out, so that a new field changes nothing where it is absent; another way to write it
 * gets another name.
 */
final class Canonical {
    private final StringBuilder text;

    /** @param form what is written, and which version of its form */
    Canonical(String form) {
        this.text = new StringBuilder(form);
    }

    /** Its length stands before it, so that no text can look like the next field. */
    Canonical with(String name, @Nullable String value) {
        if (value != null) {
            text.append('|')
                    .append(name)
                    .append('=')
                    .append(value.length())
                    .append(':')
                    .append(value);
        }
        return this;
    }

    Canonical with(String name, @Nullable Long value) {
        return with(name, value == null ? null : Long.toString(value));
    }

    Canonical with(String name, @Nullable Integer value) {
        return with(name, value == null ? null : Integer.toString(value));
    }

    /** Equal numbers are written alike: 1000, 1000.0 and 1E+3. */
    Canonical with(String name, @Nullable BigDecimal value) {
        if (value == null) {
            return this;
        }
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return with(name, plain.unscaledValue() + "e" + -plain.scale());
    }

    /** Seconds since 1970 and nanoseconds. */
    Canonical with(String name, @Nullable Instant value) {
        return with(name, value == null ? null : value.getEpochSecond() + "." + value.getNano());
    }

    /** By the name of the constant, which therefore stays as it is. */
    Canonical with(String name, @Nullable Enum<?> value) {
        return with(name, value == null ? null : value.name());
    }

    /** Each element in brackets, in their order. */
    <T> Canonical each(String name, Collection<T> elements, BiConsumer<Canonical, T> write) {
        for (T element : elements) {
            text.append('|').append(name).append('[');
            write.accept(this, element);
            text.append(']');
        }
        return this;
    }

    /** A word of what was said, whatever it is. */
    Canonical word(String name, Object value) {
        return switch (value) {
            case String some -> with(name, some);
            case Long some -> with(name, some);
            case Integer some -> with(name, some);
            case BigDecimal some -> with(name, some);
            case Instant some -> with(name, some);
            case Enum<?> some -> with(name, some);
            default -> throw new IllegalArgumentException(name + " is a " + value.getClass());
        };
    }

    long digest() {
        return Digest.of(text.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
