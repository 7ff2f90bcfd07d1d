package dev.gangway.servlet;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The init-params of a servlet, and the context-params that are defaults for them. Whatever is wrong with one fails with
 * a message that names it.
 */
final class InitParameters {
    static final String HANDLER = "handler";
    static final String REWRITE_LOCATION = "rewriteLocation";

    private static final String PREFIX = "gangway.";

    private final ServletContext context;

    /** By attribute: what to call the parameter in a message, and its value. */
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    /** One parameter; its title says where it stands. A default may be meant for the handler of another servlet. */
    private record Parameter(String title, String value, boolean isDefault) {}

    InitParameters(ServletConfig config) {
        context = config.getServletContext();
        for (String name : Collections.list(context.getInitParameterNames())) {
            if (name.startsWith(PREFIX)) {
                put(
                        name.substring(PREFIX.length()),
                        "context-param '" + name + "'",
                        context.getInitParameter(name),
                        true);
            }
        }
        for (String name : Collections.list(config.getInitParameterNames())) {
            String title = "init-param '" + name + "' of servlet '" + config.getServletName() + "'";
            put(name, title, config.getInitParameter(name), false);
        }
    }

    private void put(String name, String title, @Nullable String value, boolean isDefault) {
        parameters.put(name, new Parameter(title, value == null ? "" : value.strip(), isDefault));
    }

    /** Returns the name of the handler class, or null. */
    @Nullable String handler() {
        Parameter parameter = parameters.get(HANDLER);
        return parameter == null ? null : parameter.value();
    }

    /** Tells whether {@code Location} gets the mount path in front. */
    boolean rewritesLocation() throws ServletException {
        Parameter parameter = parameters.get(REWRITE_LOCATION);
        return parameter == null || (boolean) parse(parameter, AttributeType.BOOLEAN);
    }

    /** Tells whether any parameter is meant for the handler. */
    boolean hasAttributes() {
        return parameters.keySet().stream().anyMatch(name -> !name.equals(HANDLER) && !name.equals(REWRITE_LOCATION));
    }

    /** Tells whether this attribute is given. */
    boolean has(String attribute) {
        return parameters.containsKey(attribute);
    }

    /**
     * Finds and parses the values for a handler class.
     *
     * @param files where relative paths lead
     */
    List<AttributeValue> valuesFor(Class<?> handler, WebappFiles files) throws ServletException {
        List<AttributeValue> values = new ArrayList<>();
        for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
            String name = entry.getKey();
            Parameter parameter = entry.getValue();
            if (name.equals(HANDLER) || name.equals(REWRITE_LOCATION)) {
                continue;
            }
            Optional<HandlerAttribute> attribute = HandlerAttribute.find(handler, name);
            if (attribute.isPresent()) {
                values.add(new AttributeValue(
                        parameter.title(), attribute.get(), value(parameter, attribute.get(), files)));
            } else if (!parameter.isDefault()) {
                throw new ServletException(parameter.title() + ": " + handler.getName()
                        + " has no attribute of that name that can be set; it has "
                        + String.join(", ", HandlerAttribute.names(handler))
                        + ", and the servlet itself has " + HANDLER + ", " + REWRITE_LOCATION);
            }
        }
        return values;
    }

    private static Object value(Parameter parameter, HandlerAttribute attribute, WebappFiles files)
            throws ServletException {
        if (attribute.type() != AttributeType.PATH) {
            return parse(parameter, attribute.type());
        }
        try {
            return files.resolve(parameter.value());
        } catch (WebappFiles.NotFoundException e) {
            throw new ServletException(parameter.title() + ": " + e.getMessage(), e);
        }
    }

    private static Object parse(Parameter parameter, AttributeType type) throws ServletException {
        try {
            return type.parse(parameter.value());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new ServletException(parameter.title() + ": '" + parameter.value() + "' is not " + type.form(), e);
        }
    }
}
