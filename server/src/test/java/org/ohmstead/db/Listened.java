package org.ohmstead.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A thing of JDBC, and what it is asked and gives. */
final class Listened {
    private Listened() {}

    /** Makes another result of what it gives. */
    interface After {
        Object result(String method, Object argument, Object result);
    }

    static <T> T to(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                Listened.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object first = arguments == null || arguments.length == 0 ? null : arguments[0];
                        return after.result(method.getName(), first, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
