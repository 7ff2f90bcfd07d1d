package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.sight.MetricName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** The dashboard for Grafana in {@code deploy} shows each metric, and no other. */
class DashboardTest {
    private static final Pattern METRIC = Pattern.compile("gangway_[a-z_]+");
    private static final int COLUMNS = 24;

    private static JSONObject dashboard() throws Exception {
        Path file = Path.of("../deploy/grafana/gangway.json");
        return new JSONObject(Files.readString(file, StandardCharsets.UTF_8));
    }

    @Test
    void showsEachMetric() throws Exception {
        Set<String> shown = METRIC.matcher(dashboard().toString())
                .results()
                .map(name -> name.group().replaceFirst("_(bucket|sum|count)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                Stream.of(MetricName.values()).map(MetricName::text).collect(Collectors.toCollection(TreeSet::new)),
                shown);
    }

    @Test
    void hasPanelsWithExpressionsSideBySide() throws Exception {
        JSONArray panels = dashboard().getJSONArray("panels");
        Set<Integer> ids = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (Object each : panels) {
            JSONObject panel = (JSONObject) each;
            JSONObject place = panel.getJSONObject("gridPos");
            assertTrue(ids.add(panel.getInt("id")), panel::toString);
            assertTrue(places.add(place.getInt("x") + "," + place.getInt("y")), panel::toString);
            assertTrue(place.getInt("x") + place.getInt("w") <= COLUMNS, panel::toString);
            for (Object target : panel.getJSONArray("targets")) {
                String expression = ((JSONObject) target).getString("expr");
                assertEquals(
                        expression.chars().filter(c -> c == '(').count(),
                        expression.chars().filter(c -> c == ')').count(),
                        expression);
            }
        }
    }
}
