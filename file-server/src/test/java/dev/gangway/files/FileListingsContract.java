package dev.gangway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.RunningHost;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file handler sends for a directory without an index page. */
public abstract class FileListingsContract extends FileServerFixture {
    @Test
    void listsForPeople() throws Exception {
        write("b.txt", "12345");
        write("dir/x", "");
        write("<&\".txt", "");
        write("README.md", "# <hello>");
        RawResponse response = ask(handler -> {}, "GET", "/");
        String page = new String(response.body(), StandardCharsets.UTF_8);
        assertEquals("text/html;charset=utf-8", type(response));
        assertTrue(response.all("Vary").contains("Accept"), response.toString());
        assertTrue(page.contains("<a class=\"d\" href=\"dir/\">dir/</a>"), page);
        assertTrue(page.contains("<a href=\"b.txt\">b.txt</a><td>5 B<td>2023-11-14 22:13<td>text/plain"), page);
        assertTrue(page.contains("<a href=\"%3C%26%22.txt\">&lt;&amp;&quot;.txt</a>"), page);
        assertTrue(page.contains("# &lt;hello&gt;"), page);
        assertFalse(page.contains("<form"), page);
        assertFalse(page.contains("http:") || page.contains("https:") || page.contains("//cdn"), page);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    /                          | dir/ A b.txt c
                    /?sort=name&order=desc     | dir/ c b.txt A
                    /?sort=size                | dir/ A c b.txt
                    /?sort=size&order=desc     | dir/ b.txt c A
                    /?sort=nonsense            | dir/ A b.txt c
                    /?sort=type                | dir/ A c b.txt
                    """)
    void sortsByLinks(String target, String names) throws Exception {
        write("b.txt", "123");
        write("A", "");
        write("c", "12");
        write("dir/x", "");
        String page = ask(handler -> {}, "GET", target).text();
        List<String> listed = Pattern.compile("<td><a[^>]*>([^<]*)</a>")
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertEquals(List.of(names.split(" ")), listed);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /?json | text/html                            | application/json
                    /      | application/json                     | application/json
                    /      | application/json;q=0.9, text/html    | text/html;charset=utf-8
                    /      | text/html, */*;q=0.8                 | text/html;charset=utf-8
                    /      | */*                                  | text/html;charset=utf-8
                    """)
    void listsForPrograms(String target, String accepted, String type) throws Exception {
        write("a.txt", "12345");
        write("dir/x", "");
        write("quote\".txt", "");
        RawResponse response = ask(handler -> {}, "GET", target, "Accept: " + accepted);
        assertEquals(type, type(response));
        assertTrue(response.all("Vary").contains("Accept"));
        if (type.equals("application/json")) {
            assertEquals(
                    """
                    {"path": "/", "entries": [{"name": "dir", "type": "directory", "size": null, "modified": "TIME"},
                    {"name": "a.txt", "type": "file", "size": 5, "modified": "2023-11-14T22:13:20Z"},
                    {"name": "quote\\".txt", "type": "file", "size": 0, "modified": "2023-11-14T22:13:20Z"}]}
                    """,
                    response.text().replaceFirst("null, \"modified\": \"[^\"]*\"", "null, \"modified\": \"TIME\""));
        }
    }

    @Test
    void listsAsPythonDoes() throws Exception {
        write("a.txt", "");
        write(".hidden", "");
        RawResponse response = ask(handler -> handler.listing("plain"), "GET", "/");
        assertEquals("""
                <!DOCTYPE HTML>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>Directory listing for /</title>
                </head>
                <body>
                <h1>Directory listing for /</h1>
                <hr>
                <ul>
                <li><a href="a.txt">a.txt</a></li>
                </ul>
                <hr>
                </body>
                </html>
                """, response.text());
        assertTrue(response.all("Vary").contains("Accept"));
    }

    @Test
    void listsNothingIfToldSo() throws Exception {
        RunningHost host = serve(handler -> handler.listing("none"));
        assertEquals(404, ask(host, "GET", "/").status());
        assertEquals(404, ask(host, "GET", "/?json").status());
    }

    @Test
    void listsNoDirectoryWithAnIndexPage() throws Exception {
        write("index.html", "home");
        assertEquals("home", ask(handler -> {}, "GET", "/?json").text());
    }

    @Test
    void leadsUpByCrumbs() throws Exception {
        write("a b/c/x", "");
        RunningHost host = serve(handler -> {});
        String page = ask(host, "GET", "/a%20b/c/").text();
        assertTrue(page.contains("<a href=\"../../\">Home</a>"), page);
        assertTrue(page.contains("<a href=\"../../a%20b/\">a b</a>"), page);
        assertTrue(page.contains("aria-current=\"page\">c</li>"), page);
        RawResponse odd = ask(host, "GET", "/a%20b//c/");
        // A container may refuse it, or have resolved it.
        assertTrue(
                odd.status() == 400
                        || odd.text().contains("<a href=\"/\">Home</a>")
                        || odd.text().contains("\"../../\""),
                odd.toString());
    }

    @Test
    void staysSmall() throws Exception {
        for (int i = 0; i < 200; i++) {
            write("some file with a name of usual length " + i + ".txt", "x");
        }
        RunningHost host = serve(handler -> handler.upload(true));
        RawResponse response = ask(host, "GET", "/");
        assertTrue(response.body().length < 50 * 1024, "bytes: " + response.body().length);
        RawResponse small = ask(host, "GET", "/", "Accept-Encoding: gzip");
        assertEquals("gzip", small.field("Content-Encoding").orElse("none"));
        assertTrue(small.body().length < 10 * 1024, "bytes: " + small.body().length);
        assertEquals(new String(response.body(), StandardCharsets.UTF_8), ReadingContract.gunzip(small.body()));
    }

    @Test
    void listsManyFiles() throws Exception {
        for (int i = 0; i < 3000; i++) {
            write("n" + i, "");
        }
        RunningHost host = serve(handler -> {});
        String page = ask(host, "GET", "/").text();
        assertEquals(3000, Pattern.compile("<tr><td><a").matcher(page).results().count());
        String json = ask(host, "GET", "/?json").text();
        assertEquals(3000, Pattern.compile("\"name\": ").matcher(json).results().count());
    }
}
