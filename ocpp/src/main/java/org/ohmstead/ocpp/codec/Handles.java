package org.ohmstead.ocpp.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The constructor and the accessors of a record as method handles, so that no message pays for reflection. */
final class Handles {
    private Handles() {}

    /** The canonical constructor as (Object[]) -> Object. */
    static MethodHandle constructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            MethodHandle constructor = lookup(type).findConstructor(type, MethodType.methodType(void.class, types));
            return constructor
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException unreachable) {
            throw new IllegalArgumentException(type + " is not open to the codec", unreachable);
        }
    }

    /** An accessor as (Object) -> Object. */
    static MethodHandle accessor(RecordComponent component) {
        try {
            return lookup(component.getDeclaringRecord())
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException unreachable) {
            throw new IllegalArgumentException(component + " is not open to the codec", unreachable);
        }
    }

    private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    static Object construct(MethodHandle constructor, @Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error its) {
            throw its;
        } catch (Throwable never) {
            throw new IllegalStateException("A record's constructor declares no exception", never);
        }
    }

    static @Nullable Object get(MethodHandle accessor, Object owner) {
        try {
            return (Object) accessor.invokeExact(owner);
        } catch (RuntimeException | Error its) {
            throw its;
        } catch (Throwable never) {
            throw new IllegalStateException("A record's accessor declares no exception", never);
        }
    }
}
