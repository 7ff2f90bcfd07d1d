package dev.gangway.standalone.project;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts words into texts that lie beside this class: {@code @name@} stands for the word of that name. Does not change. */
final class Template {
    private static final Pattern WORD = Pattern.compile("@([a-zA-Z]+)@");

    private final Map<String, String> words;

    /**
     * Makes a template with the versions of libraries, and words.
     *
     * @param words by name
     */
    Template(Map<String, String> words) throws IOException {
        Properties versions = new Properties();
        versions.load(new StringReader(text("versions.properties")));
        Map<String, String> all = new HashMap<>(words);
        versions.stringPropertyNames().forEach(name -> all.put(name, versions.getProperty(name)));
        boolean released = !versions.getProperty("gangwayVersion").endsWith("-SNAPSHOT");
        all.put("snapshot", released ? "" : text("snapshot.md"));
        this.words = Map.copyOf(all);
    }

    private Template(Map<String, String> words, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(words);
        all.putAll(more);
        this.words = Map.copyOf(all);
    }

    /** Returns a template with more words. */
    Template with(Map<String, String> more) {
        return new Template(words, more);
    }

    /**
     * Returns a text with its words.
     *
     * @throws IllegalStateException if the text names a word that there is not
     */
    String fill(String name) throws IOException {
        return WORD.matcher(text(name)).replaceAll(word -> Matcher.quoteReplacement(word(name, word.group(1))));
    }

    private String word(String name, String word) {
        String value = words.get(word);
        if (value == null) {
            throw new IllegalStateException(name + " has the unknown word @" + word + "@");
        }
        return value;
    }

    /** Returns a file as it is. */
    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("this build of Gangway lacks the file " + name);
            }
            return in.readAllBytes();
        }
    }

    private static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
