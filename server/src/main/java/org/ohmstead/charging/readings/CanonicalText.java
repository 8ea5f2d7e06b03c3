package org.ohmstead.charging.readings;

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
public final class CanonicalText {
    private final StringBuilder text;

    /** @param form what is written, and which version of its form */
    public CanonicalText(String form) {
        this.text = new StringBuilder(form);
    }

    /** Its length stands before it, so that no text can look like the next field. */
    public CanonicalText with(String name, @Nullable String value) {
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

    public CanonicalText with(String name, @Nullable Long value) {
        return with(name, value == null ? null : Long.toString(value));
    }

    public CanonicalText with(String name, @Nullable Integer value) {
        return with(name, value == null ? null : Integer.toString(value));
    }

    /** Equal numbers are written alike: 1000, 1000.0 and 1E+3. */
    public CanonicalText with(String name, @Nullable BigDecimal value) {
        if (value == null) {
            return this;
        }
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return with(name, plain.unscaledValue() + "e" + -plain.scale());
    }

    /** Seconds since 1970 and nanoseconds. */
    public CanonicalText with(String name, @Nullable Instant value) {
        return with(name, value == null ? null : value.getEpochSecond() + "." + value.getNano());
    }

    /** By the name of the constant, which therefore stays as it is. */
    public CanonicalText with(String name, @Nullable Enum<?> value) {
        return with(name, value == null ? null : value.name());
    }

    /** Each element in brackets, in their order. */
    public <T> CanonicalText each(String name, Collection<T> elements, BiConsumer<CanonicalText, T> write) {
        for (T element : elements) {
            text.append('|').append(name).append('[');
            write.accept(this, element);
            text.append(']');
        }
        return this;
    }

    /** A word of what was said, whatever it is. */
    public CanonicalText word(String name, Object value) {
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

    public long digest() {
        return TextDigest.of(text.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
