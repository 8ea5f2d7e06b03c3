package org.ohmstead.ocpp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our records say what the official schemas say: instances that try each constraint get the verdict of an independent validator. */
class SchemaConformanceTest {
    private static final AtomicInteger TRIED = new AtomicInteger();

    @BeforeAll
    static void the_official_schemas_are_there() {
        Assumptions.assumeTrue(
                SchemaFile.present(), () -> "Skipped: the official OCPP schemas are not in " + SchemaFile.where());
    }

    @AfterAll
    static void say_how_many() {
        System.out.println("Schema conformance: " + TRIED + " instances tried");
    }

    @Test
    void every_schema_is_tried() {
        assertThat(SchemaFile.all()).hasSize(387);
    }

    @TestFactory
    Stream<DynamicTest> strict_readings_agree_with_the_schema() {
        return SchemaFile.all().stream().map(file -> DynamicTest.dynamicTest(file.name(), () -> agree(file)));
    }

    @TestFactory
    Stream<DynamicTest> messages_of_2_1_are_judged_by_the_schema_of_2_0_1() {
        return SchemaFile.of(V201).stream().map(file -> DynamicTest.dynamicTest(file.name(), () -> agreeOnNewer(file)));
    }

    private static void agree(SchemaFile file) {
        OfficialSchema official = OfficialSchema.of(file);
        OfficialSchema ours = new OfficialSchema(JsonSchemas.of(file.type(), file.version()), VersionFlag.V202012);
        var conformance = new Conformance<>(RecordCodec.of(file.type(), file.version()));
        List<String> differences = new ArrayList<>();
        for (Instance instance : new Instances(file.read()).all()) {
            TRIED.incrementAndGet();
            boolean valid = instance.broken() == null;
            if (official.accepts(instance.json()) != valid) {
                differences.add("The test itself is wrong, the official schema differs: " + instance);
            }
            if (ours.accepts(instance.json()) != valid) {
                differences.add("Our own schema differs: " + instance);
            }
            conformance.tryOut(instance).ifPresent(differences::add);
        }
        assertThat(differences).as(file.name()).isEmpty();
    }

    private static void agreeOnNewer(SchemaFile file) {
        OfficialSchema official = OfficialSchema.of(file);
        var codec = RecordCodec.of(file.type(), file.version());
        List<String> differences = new ArrayList<>();
        for (Instance instance : new Instances(file.in(V21).read()).all()) {
            TRIED.incrementAndGet();
            var decoded = codec.read(instance.json().toString(), Reading.STRICT);
            if (official.accepts(instance.json()) != decoded.fatal().isEmpty()) {
                differences.add(decoded.fatal() + " for " + instance);
            }
            boolean newer = decoded.fatal().stream().anyMatch(each -> each.rule() == Rule.UNKNOWN_FIELD);
            if (newer && instance.broken() != Rule.UNKNOWN_FIELD) {
                differences.add("A field of 2.1 is not told as one: " + decoded.fatal() + " for " + instance);
            }
        }
        assertThat(differences).as(file.name()).isEmpty();
    }
}
