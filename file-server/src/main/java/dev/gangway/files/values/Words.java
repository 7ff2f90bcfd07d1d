package dev.gangway.files.values;

import java.util.List;

/** Checks the values of attributes. */
public final class Words {
    private Words() {}

    /**
     * Returns a word if it is one of some.
     *
     * @param attribute the attribute's name
     * @param word its value
     * @param allowed all that it could be
     * @return the word
     * @throws IllegalArgumentException if it is another, with all that it could be
     */
    public static String check(String attribute, String word, String... allowed) {
        List<String> words = List.of(allowed);
        if (!words.contains(word)) {
            throw new IllegalArgumentException(attribute + " is not one of " + String.join(", ", words) + ": " + word);
        }
        return word;
    }

    /**
     * Returns a text if it can be sent in a field.
     *
     * @param attribute the attribute's name
     * @param text its value
     * @return the text
     * @throws IllegalArgumentException if it has a control character, or one that is not ASCII
     */
    public static String checkField(String attribute, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw new IllegalArgumentException(
                        attribute + " has a character that no field can have: " + (int) text.charAt(i));
            }
        }
        return text;
    }
}
