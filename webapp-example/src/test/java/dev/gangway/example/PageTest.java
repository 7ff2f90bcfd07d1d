package dev.gangway.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page in a browser, on the standalone server and in a container. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    /** Waits in the page until an element has a text, and returns what it has. */
    private static final String UNTIL = """
            globalThis.until = async (selector, wanted) => {
              for (let i = 0; i < 600; i++) {
                const text = document.querySelector(selector)?.textContent ?? '';
                if (wanted.test(text)) {
                  return text;
                }
                await new Promise((resolve) => setTimeout(resolve, 50));
              }
              throw new Error(`${selector} is still: ${document.querySelector(selector)?.textContent}`);
            };
            """;

    private ThreadingHTTPServer server;
    private Thread serving;
    private RunExample jetty;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path profiles) throws Exception {
        browser = Browser.start(profiles);
        Path webapp = Path.of("src/main/webapp");
        jetty = new RunExample(webapp, Path.of("target/classes"), 0);
        var mounts = Playground.mounts(webapp.resolve("WEB-INF").toAbsolutePath());
        server = new ThreadingHTTPServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), () -> new Playground(mounts));
        serving = new Thread(server::serveForever);
        serving.start();
    }

    @AfterAll
    void stop() throws Exception {
        if (server != null) {
            server.shutdown();
            server.close();
            serving.join();
        }
        if (jetty != null) {
            jetty.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    List<String> addresses() {
        return List.of(jetty.address(), "http://127.0.0.1:" + server.serverPort() + "/");
    }

    private void open(String address) throws Exception {
        browser.open(address);
        browser.evaluate(UNTIL);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void notesAreAddedByKeyboardAndRemoved(String address) throws Exception {
        open(address);
        browser.evaluate("document.querySelector('#notes input').focus()");
        browser.type("bread & <butter>");
        browser.press("Enter", 13);
        browser.evaluate("until('#notes-list', /bread & <butter>/)");
        browser.press("Tab", 9);
        assertEquals("Add", browser.evaluate("document.activeElement.textContent"));
        browser.evaluate("document.querySelector('[aria-label=\"Remove bread & <butter>\"]').focus()");
        browser.press("Enter", 13);
        browser.evaluate("until('#notes-list', /^(?!.*bread)/)");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void notesAreAddedWithoutScript(String address) throws Exception {
        browser.runScripts(false);
        try {
            open(address);
            browser.evaluate("document.querySelector('#notes input').value = 'plain'");
            browser.evaluate("document.querySelector('#notes button').click()");
            // Only the page's own scripts are off, and timers with them: ask from here.
            String notes = "";
            for (int i = 0; i < 200 && !notes.contains("plain"); i++) {
                notes = browser.evaluate("frames['notes-frame'].document.body.textContent");
            }
            assertTrue(notes.contains("\"plain\""), notes);
            assertEquals("true", browser.evaluate("document.querySelector('#upload form').hidden"));
        } finally {
            browser.runScripts(true);
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anUploadShowsItsProgressAndItsChecksum(String address) throws Exception {
        open(address);
        String answer = browser.evaluate("""
                const files = new DataTransfer();
                files.items.add(new File([new Uint8Array(3 << 20)], 'zeros'));
                document.querySelector('#upload input').files = files.files;
                document.querySelector('#upload button').click();
                until('#upload-answer', /computes/)""");
        assertTrue(answer.startsWith("3145728 bytes, SHA-256 bbd05cf6097ac9b1f89ea29d"), answer);
        assertTrue(answer.endsWith("\nThis browser computes the same."), answer);
        assertEquals("1", browser.evaluate("document.querySelector('#upload progress').value"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void eventsAreDrawnAsTheyCome(String address) throws Exception {
        open(address);
        String drawn = browser.evaluate("""
                document.querySelector('#events button').click();
                (async () => {
                  const counts = new Set();
                  while (document.querySelector('#events-answer').textContent === '') {
                    counts.add(document.querySelectorAll('#events rect').length);
                    await new Promise((resolve) => setTimeout(resolve, 20));
                  }
                  return counts.size + ' ' + document.querySelector('#events-answer').textContent;
                })()""");
        // Most counts were seen: the events did not come all at once.
        assertTrue(Integer.parseInt(drawn.substring(0, drawn.indexOf(' '))) > 8, drawn);
        assertTrue(drawn.contains(" 20 events, "), drawn);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aWebSocketEchoes(String address) throws Exception {
        open(address);
        String echoes = browser.evaluate("""
                (async () => {
                  const form = document.querySelector('#echo form');
                  form.message.value = 'grün';
                  form.querySelector('button').click();
                  await until('#echo-list', /grün/);
                  form.message.value = 'twice';
                  form.querySelector('button').click();
                  return await until('#echo-list', /twice/);
                })()""");
        assertEquals("grüntwice", echoes);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aScriptAnswers(String address) throws Exception {
        open(address);
        String answer = browser.evaluate("""
                document.querySelector('#script input').value = 'a b';
                document.querySelector('#script button').click();
                until('#script-answer', /query/)""");
        assertTrue(answer.contains("scripts/cgi-bin/hello.sh\nGET HTTP/1.1, query \"name=a+b\""), answer);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aGuestLogsInAndOut(String address) throws Exception {
        open(address);
        String said = browser.evaluate("""
                (async () => {
                  const form = document.querySelector('#user form');
                  const before = await until('#user-answer', /./);
                  form.password.value = 'wrong';
                  form.querySelector('button').click();
                  const wrong = await until('#user-answer', /Wrong/);
                  form.password.value = 'gangway';
                  form.querySelector('button').click();
                  const right = await until('#user-answer', /guest/);
                  form.out.click();
                  return before + wrong + right + await until('#user-answer', /No user/);
                })()""");
        assertEquals(
                "No user is logged in.\nWrong name or password.guest is logged in.\nNo user is logged in.\n", said);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void theListingIsPartOfThePage(String address) throws Exception {
        open(address + "#rich");
        String names = browser.evaluate("""
                (async () => {
                  document.querySelector('#rich iframe').scrollIntoView();
                  for (let i = 0; i < 600; i++) {
                    const text = document.querySelector('#rich iframe').contentDocument?.body?.textContent ?? '';
                    if (text.includes('one.txt')) {
                      return text;
                    }
                    await new Promise((resolve) => setTimeout(resolve, 50));
                  }
                })()""");
        assertTrue(names.contains("a name with spaces.txt"), names);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void everyoneCanUseIt(String address) throws Exception {
        String axe;
        try (InputStream in = PageTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String page : List.of("", "source/Notes")) {
            for (String scheme : List.of("light", "dark")) {
                browser.prefer(scheme);
                open(address + page);
                browser.evaluate(axe);
                assertEquals("", browser.evaluate("""
                        axe.run(document, {iframes: false, resultTypes: ['violations']}).then((result) => result.violations
                          .filter((found) => found.impact === 'serious' || found.impact === 'critical')
                          .map((found) => found.id + ' ' + found.nodes.map((node) => node.html).join(' '))
                          .join('\\n'))"""), page + ", " + scheme);
                photograph(page, scheme);
            }
        }
    }

    /** Takes the pictures that the documentation shows, if {@code -Dpictures=FOLDER} wants them. */
    private void photograph(String page, String scheme) throws Exception {
        String folder = System.getProperty("pictures", "");
        if (!folder.isEmpty() && page.isEmpty()) {
            browser.evaluate("""
                    document.querySelector('#events button').click();
                    document.querySelector('#echo button').click();
                    document.querySelector('#script button').click();
                    until('#events-answer', /./)""");
            browser.photograph(Files.createDirectories(Path.of(folder)).resolve("example-" + scheme + ".png"));
        }
    }
}
