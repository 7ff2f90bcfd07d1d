package dev.gangway.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The configuration that a container gives a servlet or a filter.
 *
 * @param context the web application
 * @param kind {@code servlet} or {@code filter}, for messages
 * @param name the name in the deployment
 * @param parameters the init-params
 */
record Configuration(ServletContext context, String kind, String name, Map<String, String> parameters) {
    static final String SERVLET = "servlet";
    static final String FILTER = "filter";

    static Configuration of(ServletConfig config) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : Collections.list(config.getInitParameterNames())) {
            parameters.put(name, config.getInitParameter(name));
        }
        return new Configuration(config.getServletContext(), SERVLET, config.getServletName(), parameters);
    }

    static Configuration of(FilterConfig config) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : Collections.list(config.getInitParameterNames())) {
            parameters.put(name, config.getInitParameter(name));
        }
        return new Configuration(config.getServletContext(), FILTER, config.getFilterName(), parameters);
    }

    /** Returns its name for messages. */
    String title() {
        return kind + " '" + name + "'";
    }

    boolean isFilter() {
        return kind.equals(FILTER);
    }
}
