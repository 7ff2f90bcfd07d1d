package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files in {@code deploy} for Kubernetes are what it knows, and all files keep clear of traps that were met. */
class DeployTrapsTest {
    private static final Path DEPLOY = Path.of("../deploy").toAbsolutePath().normalize();
    private static final Path KUBERNETES = DEPLOY.resolve("kubernetes");

    /** What a node takes to end after its drain delay: the grace period, and the time after which it ends itself. */
    private static final int LONGEST_STOP_SECONDS = 10 + 5;

    /** Refuses fields that the classes do not know, which they would keep aside. */
    private static final YAMLMapper STRICT = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
                    return false;
                }
            })
            .build();

    static List<Arguments> kubernetesFiles() {
        return List.of(
                Arguments.of("deployment.yaml", Deployment.class),
                Arguments.of("service.yaml", Service.class),
                Arguments.of("ingress.yaml", Ingress.class),
                Arguments.of("horizontal-pod-autoscaler.yaml", HorizontalPodAutoscaler.class),
                Arguments.of("pod-disruption-budget.yaml", PodDisruptionBudget.class),
                Arguments.of("network-policy.yaml", NetworkPolicy.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kubernetesFiles")
    void kubernetesKnowsEachField(String file, Class<?> kind) throws IOException {
        JsonNode tree = STRICT.readTree(KUBERNETES.resolve(file));
        assertEquals(kind.getSimpleName(), tree.get("kind").asString());
        STRICT.treeToValue(tree, kind);
    }

    @Test
    void theKustomizationHasEachFile() throws IOException {
        TreeSet<String> listed = new TreeSet<>();
        STRICT.readTree(KUBERNETES.resolve("kustomization.yaml"))
                .get("resources")
                .forEach(name -> listed.add(name.asString()));
        TreeSet<String> known = new TreeSet<>();
        kubernetesFiles().forEach(file -> known.add((String) file.get()[0]));
        assertEquals(known, listed);
        try (Stream<Path> files = Files.list(KUBERNETES)) {
            assertEquals(known.size() + 1, files.count(), "a file that is not in the kustomization");
        }
    }

    private static Deployment deployment() {
        return STRICT.readValue(KUBERNETES.resolve("deployment.yaml"), Deployment.class);
    }

    /** A node that drains answers 503 at the health path. If liveness asked it, draining pods would be killed. */
    @Test
    void livenessDoesNotAskTheHealthPath() {
        Container container =
                deployment().getSpec().getTemplate().getSpec().getContainers().get(0);
        assertNull(container.getLivenessProbe().getHttpGet());
        assertEquals("/healthz", container.getReadinessProbe().getHttpGet().getPath());
    }

    @Test
    void aPodHasTheTimeToDrain() {
        var pod = deployment().getSpec().getTemplate().getSpec();
        List<String> words = pod.getContainers().get(0).getArgs();
        int drain = Integer.parseInt(words.get(words.indexOf("--drain-delay") + 1));
        assertTrue(pod.getTerminationGracePeriodSeconds() >= drain + LONGEST_STOP_SECONDS);
    }

    @Test
    void aServiceOfComposeHasTheTimeToDrain() throws IOException {
        JsonNode node = STRICT.readTree(DEPLOY.resolve("compose/compose.yaml")).get("x-node");
        String words = node.get("command").toString();
        int drain = number("--drain-delay\",\"([0-9]+)", words);
        assertTrue(number("([0-9]+)s", node.get("stop_grace_period").asString()) >= drain + LONGEST_STOP_SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../deploy/systemd/gangway.service", "../packaging/gangway.service"})
    void aUnitHasTheTimeToStop(Path unit) throws IOException {
        assertTrue(number("TimeoutStopSec=([0-9]+)", Files.readString(unit)) >= LONGEST_STOP_SECONDS);
    }

    private static int number(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), text);
        return Integer.parseInt(matcher.group(1));
    }

    /** A proxy passes on the fields that it does not set, and nodes believe them. */
    @ParameterizedTest
    @ValueSource(strings = {"haproxy/haproxy.cfg", "compose/haproxy.cfg", "nginx/nginx.conf"})
    void aProxyDeletesTheFieldsThatItDoesNotSet(String file) throws IOException {
        String text = Files.readString(DEPLOY.resolve(file));
        boolean isNginx = file.startsWith("nginx");
        assertTrue(text.contains(isNginx ? "proxy_set_header Forwarded \"\";" : "http-request del-header Forwarded\n"));
        assertTrue(text.contains(
                isNginx
                        ? "proxy_set_header X-Forwarded-For $remote_addr;"
                        : "http-request del-header X-Forwarded-For\n"));
    }

    /** Without it HAProxy takes busy nodes for dead. And a request that may have done its work is not sent twice. */
    @ParameterizedTest
    @ValueSource(strings = {"haproxy/haproxy.cfg", "compose/haproxy.cfg"})
    void haproxyIsPatientWithChecksAndRepeatsOnlyGet(String file) throws IOException {
        String text = Files.readString(DEPLOY.resolve(file));
        assertTrue(text.contains("\n    timeout check 5s\n"));
        assertTrue(text.contains("\n    http-request disable-l7-retry unless METH_GET\n"));
    }
}
