package org.ohmstead.charging.ocpp2;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.UnreadWords;
import org.ohmstead.charging.readings.Reading;
import org.ohmstead.charging.readings.Sample;
import org.ohmstead.ocpp.v2.MeterValue;
import org.ohmstead.ocpp.v2.SampledValue;
import org.ohmstead.ocpp.v2.SignedMeterValue;
import org.ohmstead.ocpp.v2.UnitOfMeasure;

/** Readings of 2.x as they came: nothing is filled in, and words that the schema does not know are kept. */
final class Samples2 {
    private Samples2() {}

    static List<Reading> readings(@Nullable List<MeterValue> values, String field, UnreadWords unread) {
        return values == null
                ? List.of()
                : IntStream.range(0, values.size())
                        .mapToObj(i -> reading(values.get(i), unread.element(field, i) + ".sampledValue", unread))
                        .toList();
    }

    private static Reading reading(MeterValue value, String path, UnreadWords unread) {
        List<SampledValue> samples = value.sampledValue() == null ? List.of() : value.sampledValue();
        return new Reading(
                value.timestamp(),
                IntStream.range(0, samples.size())
                        .mapToObj(i -> sample(samples.get(i), unread.element(path, i), unread))
                        .toList());
    }

    private static Sample sample(SampledValue sample, String path, UnreadWords unread) {
        UnitOfMeasure unit = sample.unitOfMeasure();
        return new Sample(
                sample.value() == null
                        ? unread.text(path + ".value")
                        : sample.value().toString(),
                unread.word(sample.context(), path + ".context"),
                unread.word(sample.measurand(), path + ".measurand"),
                unread.word(sample.phase(), path + ".phase"),
                unread.word(sample.location(), path + ".location"),
                unit == null ? null : unit.unit(),
                unit == null ? null : unit.multiplier(),
                null,
                signed(sample.signedMeterValue()));
    }

    private static Sample.@Nullable Signed signed(@Nullable SignedMeterValue value) {
        return value == null
                ? null
                : new Sample.Signed(
                        value.signedMeterData(), value.signingMethod(), value.encodingMethod(), value.publicKey());
    }
}
