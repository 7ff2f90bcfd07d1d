package dev.gangway.servlet;

import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import java.util.List;

/**
 * Makes handlers and gives them the attributes that the deployment has set.
 *
 * @param factory makes the handlers
 * @param values the attributes to set on each
 */
record ConfiguredFactory(HandlerFactory factory, List<AttributeValue> values) implements HandlerFactory {
    @Override
    public Handler get() throws Exception {
        Handler handler = factory.get();
        for (int i = 0; i < values.size(); i++) {
            values.get(i).set(handler);
        }
        return handler;
    }
}
