package dev.gangway.servlet;

import java.lang.reflect.Proxy;

/** Makes objects of the Servlet API that can do what a test needs, and nothing else. */
final class Stub {
    /** Answers a call. */
    @FunctionalInterface
    interface Answer {
        Object to(String method, Object... arguments) throws Throwable;
    }

    private static final Object[] NONE = {};

    private Stub() {}

    static <T> T of(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                Stub.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments == null ? NONE : arguments)));
    }
}
