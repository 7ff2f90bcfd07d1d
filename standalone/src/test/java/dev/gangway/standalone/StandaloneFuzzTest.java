package dev.gangway.standalone;

import dev.gangway.fuzz.FuzzContract;
import dev.gangway.standalone.pem.PemFuzz;
import dev.gangway.standalone.proxy.ForwardedFuzz;
import dev.gangway.standalone.proxy.ProxyHeaderFuzz;
import java.util.List;

class StandaloneFuzzTest extends FuzzContract {
    @Override
    protected List<Class<?>> targets() {
        return List.of(PemFuzz.class, ProxyHeaderFuzz.class, ForwardedFuzz.class);
    }
}
