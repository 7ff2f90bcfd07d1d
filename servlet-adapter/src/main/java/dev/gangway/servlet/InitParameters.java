package dev.gangway.servlet;

import dev.gangway.sight.SystemLog;
import jakarta.servlet.ServletContext;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a deployment gives: context-params, init-params, JNDI entries and system properties, of which the later
 * wins. Whatever is wrong with one fails with a message that names it.
 */
final class InitParameters {
    static final String HANDLER = "handler";
    static final String REWRITE_LOCATION = "rewriteLocation";
    static final String FORWARDED_PREFIX = "forwardedPrefix";
    static final String PASS_ON = "passOn";
    static final String SYSTEM_LOGGER = "systemLogger";

    private static final String PREFIX = "gangway.";
    private static final String NOT_FOUND = "404";
    private static final Set<String> OWN = Set.of(HANDLER, REWRITE_LOCATION, FORWARDED_PREFIX, PASS_ON, SYSTEM_LOGGER);

    private final Configuration configuration;
    private final Placeholders placeholders = new Placeholders(System::getenv, System::getProperty);
    private final JndiEntries jndi = JndiEntries.find();

    /**
     * One parameter.
     *
     * @param title its name in a message: where it stands and its name
     * @param value its text
     * @param shared whether it may be meant for another servlet or filter
     */
    private record Parameter(String title, String value, boolean shared) {}

    InitParameters(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Returns the name of the handler class, or null. */
    @Nullable String handler() throws DeploymentException {
        Parameter parameter = find(HANDLER);
        return parameter == null ? null : parameter.value();
    }

    /** Returns the logger of the platform that the log goes to; null if it goes to the container's. */
    @Nullable SystemLog systemLog() throws DeploymentException {
        Parameter parameter = find(SYSTEM_LOGGER);
        return parameter == null || parameter.value().isEmpty() ? null : new SystemLog(parameter.value());
    }

    /** Tells whether {@code Location} gets the mount path in front. */
    boolean rewritesLocation() throws DeploymentException {
        return isTrue(REWRITE_LOCATION, true);
    }

    /** Tells whether {@code X-Forwarded-Prefix} stands in front of the context path. */
    boolean believesForwardedPrefix() throws DeploymentException {
        return isTrue(FORWARDED_PREFIX, false);
    }

    /**
     * Tells whether a filter passes on a request for which its handler has no file.
     *
     * @param servesFiles whether the handler serves files
     */
    boolean passesOnWithoutFile(boolean servesFiles) throws DeploymentException {
        Parameter parameter = find(PASS_ON);
        if (parameter == null) {
            return false;
        }
        if (!configuration.isFilter() || !servesFiles) {
            if (parameter.shared()) {
                return false;
            }
            throw new DeploymentException(parameter.title() + ": "
                    + (configuration.isFilter()
                            ? "the handler serves no files, so that it has none to miss"
                            : "a servlet is the last to be asked; a HandlerFilter passes requests on"));
        }
        if (!parameter.value().equals(NOT_FOUND)) {
            throw new DeploymentException(parameter.title() + ": '" + parameter.value() + "' is not " + NOT_FOUND
                    + ", which passes on a request for which there is no file");
        }
        return true;
    }

    /** Tells whether anything may be meant for the handler, or can be judged only with a handler at hand. */
    boolean concernHandlers() throws DeploymentException {
        return !OWN.containsAll(configuration.parameters().keySet())
                || configuration.parameters().containsKey(PASS_ON)
                || jndi.exist()
                || Collections.list(configuration.context().getInitParameterNames()).stream()
                        .anyMatch(name -> name.startsWith(PREFIX))
                || System.getProperties().stringPropertyNames().stream().anyMatch(name -> name.startsWith(PREFIX));
    }

    /** Tells whether this attribute is given. */
    boolean has(String attribute) throws DeploymentException {
        return find(attribute) != null;
    }

    /**
     * Finds and parses the values for a handler class.
     *
     * @param files where relative paths lead
     */
    List<AttributeValue> valuesFor(Class<?> handler, WebappFiles files) throws DeploymentException {
        Map<String, HandlerAttribute> attributes = HandlerAttribute.all(handler);
        for (String name : configuration.parameters().keySet()) {
            if (!OWN.contains(name) && !attributes.containsKey(name)) {
                throw new DeploymentException(initParamTitle(name) + ": " + handler.getName()
                        + " has no attribute of that name that can be set; it has "
                        + String.join(", ", attributes.keySet()) + ", and the " + configuration.kind()
                        + " itself has " + String.join(", ", ownNames()));
            }
        }
        List<AttributeValue> values = new ArrayList<>();
        for (HandlerAttribute attribute : inOrder(attributes)) {
            Parameter parameter = find(attribute.name());
            if (parameter != null) {
                values.add(new AttributeValue(parameter.title(), attribute, value(parameter, attribute, files)));
            }
        }
        return values;
    }

    private List<String> ownNames() {
        List<String> names = new ArrayList<>(List.of(HANDLER, REWRITE_LOCATION, FORWARDED_PREFIX));
        if (configuration.isFilter()) {
            names.add(PASS_ON);
        }
        return names;
    }

    /** Setters are called in the order of the deployment descriptor, as far as it names them. */
    private Set<HandlerAttribute> inOrder(Map<String, HandlerAttribute> attributes) {
        Set<HandlerAttribute> ordered = new LinkedHashSet<>();
        for (String name : Collections.list(configuration.context().getInitParameterNames())) {
            add(attributes.get(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : ""), ordered);
        }
        for (String name : configuration.parameters().keySet()) {
            add(attributes.get(name), ordered);
        }
        ordered.addAll(attributes.values());
        return ordered;
    }

    private static void add(@Nullable HandlerAttribute attribute, Set<HandlerAttribute> ordered) {
        if (attribute != null) {
            ordered.add(attribute);
        }
    }

    private boolean isTrue(String name, boolean unlessGiven) throws DeploymentException {
        Parameter parameter = find(name);
        return parameter == null ? unlessGiven : (boolean) parse(parameter, AttributeType.BOOLEAN);
    }

    /** Finds the value that wins; null if there is none. */
    private @Nullable Parameter find(String name) throws DeploymentException {
        String property = System.getProperty(PREFIX + name);
        if (property != null) {
            return parameter("system property '" + PREFIX + name + "'", property, true);
        }
        String entry = jndi.get(name);
        if (entry != null) {
            return parameter("JNDI entry '" + JndiEntries.PREFIX + name + "'", entry, true);
        }
        if (configuration.parameters().containsKey(name)) {
            return parameter(initParamTitle(name), configuration.parameters().get(name), false);
        }
        ServletContext context = configuration.context();
        String value = context.getInitParameter(PREFIX + name);
        return value == null ? null : parameter("context-param '" + PREFIX + name + "'", value, true);
    }

    private String initParamTitle(String name) {
        return "init-param '" + name + "' of " + configuration.title();
    }

    private Parameter parameter(String title, @Nullable String text, boolean shared) throws DeploymentException {
        try {
            return new Parameter(
                    title, placeholders.resolve(text == null ? "" : text).strip(), shared);
        } catch (IllegalArgumentException e) {
            throw new DeploymentException(title + ": " + e.getMessage());
        }
    }

    private static Object value(Parameter parameter, HandlerAttribute attribute, WebappFiles files)
            throws DeploymentException {
        if (attribute.type() != AttributeType.PATH) {
            return parse(parameter, attribute.type());
        }
        try {
            return files.resolve(parameter.value());
        } catch (WebappFiles.NotFoundException e) {
            throw new DeploymentException(parameter.title() + ": " + e.getMessage(), e);
        }
    }

    private static Object parse(Parameter parameter, AttributeType type) throws DeploymentException {
        try {
            return type.parse(parameter.value());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new DeploymentException(parameter.title() + ": '" + parameter.value() + "' is not " + type.form());
        }
    }
}
