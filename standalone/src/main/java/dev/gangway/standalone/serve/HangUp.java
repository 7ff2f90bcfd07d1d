package dev.gangway.standalone.serve;

import java.lang.reflect.Proxy;

/** Tells of SIGHUP, where there are such signals. Taken by reflection, because a small runtime image may lack their module. */
final class HangUp {
    private HangUp() {}

    static void handle(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    HangUp.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        action.run();
                        return null;
                    });
            Object hangUp = signal.getConstructor(String.class).newInstance("HUP");
            signal.getMethod("handle", signal, handler).invoke(null, hangUp, proxy);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Windows knows no such signal; the file stays open.
        }
    }
}
