package org.ohmstead.bench;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number from 1. */
final class Positive implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String word) {
        try {
            int number = Integer.parseInt(word);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is too small.
        }
        throw new TypeConversionException(
                "'" + word + "' is no whole number from 1 to " + Integer.MAX_VALUE + ", written in digits");
    }
}
