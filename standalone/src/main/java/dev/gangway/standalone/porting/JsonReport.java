package dev.gangway.standalone.porting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;

/** Writes results as JSON. */
final class JsonReport {
    private JsonReport() {}

    static void write(List<Result> results, Path file) throws IOException {
        JSONArray compared = new JSONArray();
        for (Result result : results) {
            JSONArray differences = new JSONArray();
            for (Difference difference : result.differences()) {
                differences.put(new JSONObject()
                        .put("where", difference.where())
                        .put("legacy", difference.legacy())
                        .put("port", difference.port()));
            }
            compared.put(new JSONObject()
                    .put("name", result.request().name())
                    .put("request", result.request().requestLine())
                    .put("same", result.isSame())
                    .put("answered", result.isAnswered())
                    .put("cut", result.isCut())
                    .put("differences", differences));
        }
        long different = results.stream().filter(result -> !result.isSame()).count();
        JSONObject report = new JSONObject()
                .put("compared", results.size())
                .put("different", different)
                .put("results", compared);
        Files.writeString(file, report.toString(2) + "\n");
    }
}
