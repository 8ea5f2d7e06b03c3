package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.schema.Integral;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.OneOf;
import org.ohmstead.ocpp.schema.OtherFields;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.Step;
import org.ohmstead.ocpp.schema.TokenText;
import org.ohmstead.ocpp.schema.Uri;
import org.ohmstead.ocpp.schema.Wire;

/** Compiles the annotated records to shapes: each type once for each version, when it is first needed. */
final class Shapes {
    private record Key(Class<?> type, OcppVersion version) {}

    private static final Map<Key, Shape> COMPILED = new ConcurrentHashMap<>();

    private final OcppVersion version;

    private Shapes(OcppVersion version) {
        this.version = version;
    }

    static ObjectShape of(Class<? extends Record> type, OcppVersion version) {
        return (ObjectShape) new Shapes(version).object(type);
    }

    /** No {@code computeIfAbsent}, because compiling a record compiles the records in it. */
    private Shape compiled(Class<?> type, Supplier<Shape> compile) {
        Key key = new Key(type, version);
        Shape shape = COMPILED.get(key);
        if (shape != null) {
            return shape;
        }
        Shape mine = compile.get();
        Shape theirs = COMPILED.putIfAbsent(key, mine);
        return theirs == null ? mine : theirs;
    }

    private Shape object(Class<?> type) {
        return compiled(type, () -> {
            List<@Nullable Field> fields = new ArrayList<>();
            MethodHandle others = null;
            RecordComponent[] components = type.getRecordComponents();
            boolean open = Arrays.stream(components).anyMatch(each -> each.isAnnotationPresent(OtherFields.class));
            for (RecordComponent component : components) {
                if (component.isAnnotationPresent(OtherFields.class)) {
                    others = Handles.accessor(component);
                    fields.add(null);
                } else {
                    fields.add(field(component, fields.size(), open));
                }
            }
            return new ObjectShape(type, fields, others);
        });
    }

    private Field field(RecordComponent component, int index, boolean open) {
        Wire wire = component.getAnnotation(Wire.class);
        Since since = component.getAnnotation(Since.class);
        boolean newer = since != null && !version.has(since.value());
        return new Field(
                wire == null ? component.getName() : wire.value(),
                index,
                shape(component.getAnnotatedType(), component),
                presence(component, newer, open),
                newer,
                Handles.accessor(component));
    }

    private Field.Presence presence(RecordComponent component, boolean newer, boolean open) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Required required = component.getAnnotation(Required.class);
        boolean named = required != null
                && (required.value().length == 0 || List.of(required.value()).contains(version));
        Object fallback = open && component.getType() == String.class ? "" : null;
        return new Field.Presence(!newer && (named || !nullable), nullable || fallback != null, fallback);
    }

    /** The constraints of a list's component are those of its elements, but for {@link Items}. */
    private Shape shape(AnnotatedType annotated, RecordComponent component) {
        if (annotated instanceof AnnotatedParameterizedType list && component.getType() == List.class) {
            Items items = component.getAnnotation(Items.class);
            return new ListShape(
                    shape(list.getAnnotatedActualTypeArguments()[0], component),
                    items == null ? 0 : items.min(),
                    items == null ? Integer.MAX_VALUE : items.max());
        }
        if (annotated.getType() instanceof Class<?> type) {
            return single(type, component);
        }
        throw unknown(component);
    }

    private Shape single(Class<?> type, RecordComponent component) {
        if (type == String.class) {
            return text(component);
        } else if (type == int.class || type == Integer.class) {
            return new WholeShape(false, bounds(component));
        } else if (type == long.class || type == Long.class) {
            return new WholeShape(true, bounds(component));
        } else if (type == BigDecimal.class) {
            return decimal(component);
        } else if (type == boolean.class || type == Boolean.class) {
            return new FlagShape();
        } else if (type == Instant.class) {
            return new TimeShape();
        } else if (type == JsonNode.class) {
            return new AnyShape();
        } else if (type.isEnum()) {
            return compiled(type, () -> new ChoiceShape(choice(type), version));
        } else if (type.isRecord()) {
            return object(type);
        }
        throw unknown(component);
    }

    @SuppressWarnings("unchecked") // isEnum() was asked
    private static Class<? extends Enum<?>> choice(Class<?> type) {
        return (Class<? extends Enum<?>>) type;
    }

    private TextShape text(RecordComponent component) {
        MaxLength length = component.getAnnotation(MaxLength.class);
        int longest = TextShape.UNLIMITED;
        if (length != null) {
            longest = version == OcppVersion.V201 && length.v201() >= 0 ? length.v201() : length.value();
        }
        OneOf oneOf = component.getAnnotation(OneOf.class);
        boolean closed = oneOf != null && version != OcppVersion.V21;
        return new TextShape(
                longest,
                component.isAnnotationPresent(Uri.class),
                component.isAnnotationPresent(TokenText.class),
                TextShape.choices(closed ? ChoiceShape.wires(oneOf.value(), version) : List.of()));
    }

    private DecimalShape decimal(RecordComponent component) {
        Step step = component.getAnnotation(Step.class);
        Integral integral = component.getAnnotation(Integral.class);
        return new DecimalShape(
                bounds(component),
                step == null ? null : new BigDecimal(step.value()),
                integral != null && integral.value() == version);
    }

    private Bounds bounds(RecordComponent component) {
        Range range = component.getAnnotation(Range.class);
        if (range == null) {
            return Bounds.NONE;
        }
        boolean known =
                range.since().length == 0 || Arrays.stream(range.since()).anyMatch(version::has);
        return known ? new Bounds(range.min(), range.max()) : Bounds.NONE;
    }

    private static IllegalArgumentException unknown(RecordComponent component) {
        return new IllegalArgumentException(component.getDeclaringRecord().getName() + "." + component.getName()
                + ": no codec for " + component.getGenericType());
    }
}
