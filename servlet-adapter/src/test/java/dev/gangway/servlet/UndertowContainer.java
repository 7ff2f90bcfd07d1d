package dev.gangway.servlet;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;

/** Undertow 2.3 with Servlet 6.0, for HTTP/1.1 and clear-text HTTP/2. */
final class UndertowContainer implements Container {
    private static final RecordedLog LOG = new RecordedLog("io.undertow", Level.INFO);

    @Override
    public List<String> failures() {
        return LOG.lines();
    }

    @Override
    public Started start(String contextPath, ServletContainerInitializer initializer) throws Exception {
        LOG.clear();
        DeploymentInfo info = Servlets.deployment()
                .setClassLoader(getClass().getClassLoader())
                .setContextPath(contextPath.isEmpty() ? "/" : contextPath)
                .setDeploymentName("under test")
                // A filter that cannot be deployed is found out at the first request otherwise.
                .setEagerFilterInit(true)
                .addServletContainerInitializer(new ServletContainerInitializerInfo(
                        initializer.getClass(), new ImmediateInstanceFactory<>(initializer), Set.of()));
        DeploymentManager manager = Servlets.newContainer().addDeployment(info);
        manager.deploy();
        Undertow undertow = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(1)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                // 2 MiB by default, which documentation says; the tests are about what a handler does with more.
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setHandler(io.undertow.Handlers.path().addPrefixPath(info.getContextPath(), manager.start()))
                .build();
        undertow.start();
        int port = ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
        return new Started() {
            @Override
            public int port() {
                return port;
            }

            @Override
            public void close() {
                undertow.stop();
                try {
                    manager.stop();
                } catch (ServletException e) {
                    throw new IllegalStateException(e);
                }
                manager.undeploy();
            }
        };
    }
}
