package dev.gangway.standalone.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second column is what CPython 3.15.2 prints on a terminal, with the code of a color in braces. */
class ColoredLineTest {
    private static final String WHEN = "127.0.0.1 - - [28/Nov/2026 02:43:03]";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            "GET /a.txt HTTP/1.1" 200 -       | "GET {36}/a.txt{0} HTTP/1.1" {32}200 {90}-{0}
            "GET /dir HTTP/1.1" 301 -         | "GET {36}/dir{0} HTTP/1.1" {96}301 {90}-{0}
            "GET /x HTTP/1.1" 404 -           | "GET {36}/x{0} HTTP/1.1" {33}404 {90}-{0}
            "POST / HTTP/1.1" 501 -           | "POST {36}/{0} HTTP/1.1" {31}501 {90}-{0}
            "GET / HTTP/1.1" 101 -            | "GET {36}/{0} HTTP/1.1" {0}101 {90}-{0}
            "GET / HTTP/1.1" 200 1234         | "GET {36}/{0} HTTP/1.1" {32}200 {90}1234{0}
            "GET / HTTP/1.1" - -              | "GET {36}/{0} HTTP/1.1" - {90}-{0}
            "GET /a.txt" 200 -                | "GET /a.txt" {32}200 {90}-{0}
            "" 414 -                          | "" {33}414 {90}-{0}
            "GET /a b HTTP/1.1" 400 -         | "GET {36}/a{0} b HTTP/1.1" {33}400 {90}-{0}
            "GET /"200 HTTP/1.1" 200 -        | "GET {36}/"200{0} HTTP/1.1" {32}200 {90}-{0}
            code 404, message File not found  | {33}code 404, message File not found{0}
            Request timed out                 | {33}Request timed out{0}
            """)
    void looksLikeCPythons(String message, String colored) {
        assertEquals(
                "\u001b[90m" + WHEN + "\u001b[0m " + colored.replaceAll("\\{(\\d+)\\}", "\u001b[$1m"),
                ColoredLine.of(WHEN + " " + message));
    }

    @ParameterizedTest
    @CsvSource({"gangway: 3 more clients", "'----------------------------------------'", "''"})
    void leavesLinesOfTheServerAsTheyAre(String line) {
        assertEquals(line, ColoredLine.of(line));
    }

    @ParameterizedTest
    @CsvSource({"'\"GET /  HTTP/1.1\" 200 -'", "'\" GET /\\x1b[31m HTTP/1.1\" 200 -'", "'\"\\\\\" 400 -'"})
    void keepsEveryCharacter(String message) {
        String line = WHEN + " " + message;
        assertEquals(line, ColoredLine.of(line).replaceAll("\u001b\\[\\d+m", ""));
    }
}
