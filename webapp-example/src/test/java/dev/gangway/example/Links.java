package dev.gangway.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the links of the example's pages. */
final class Links {
    private static final Pattern LINK = Pattern.compile("href=\"(?!data:)([^\"]+)\"");

    private final HttpClient client;
    private final Set<URI> seen = new LinkedHashSet<>();

    private Links(HttpClient client) {
        this.client = client;
    }

    /** Asks for a page, for the pages that it links to, and so on. Every answer has to be 200. */
    static Set<URI> follow(HttpClient client, URI page) throws Exception {
        Links links = new Links(client);
        links.follow(page);
        return links.seen;
    }

    private void follow(URI address) throws Exception {
        if (!seen.add(address)) {
            return;
        }
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1)).build();
        HttpResponse<String> page = client.send(request, BodyHandlers.ofString());
        assertEquals(200, page.statusCode(), address::toString);
        if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            Matcher link = LINK.matcher(page.body());
            while (link.find()) {
                follow(address.resolve(link.group(1).replace("&amp;", "&")));
            }
        }
    }
}
