package dev.gangway.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The code blocks of pages of the documentation that belong together.
 *
 * @param blocks in the order of the pages
 */
record Page(List<Block> blocks) {
    /**
     * A fenced block.
     *
     * @param page the name of the page, in the folder docs
     * @param line where it begins, counted from 1
     * @param language what stands behind the fence
     * @param directive what the HTML comment right above it says, or ""
     * @param code its lines
     */
    record Block(String page, int line, String language, String directive, String code) {}

    /** Reads pages of the folder docs. */
    static Page read(List<String> names) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (String name : names) {
            addBlocks(name, blocks);
        }
        return new Page(blocks);
    }

    private static void addBlocks(String name, List<Block> blocks) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", name));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
                String above = i == 0 ? "" : lines.get(i - 1);
                String directive = above.startsWith("<!-- ") ? above.substring(5, above.length() - 4) : "";
                String code = String.join("\n", lines.subList(i + 1, end)) + "\n";
                blocks.add(new Block(name, i + 1, lines.get(i).substring(3), directive, code));
                i = end;
            }
        }
    }

    /** Returns the import lines that the snippets of all the pages take for granted. */
    String imports() {
        return blocks.stream()
                .filter(block -> block.directive().equals("imports"))
                .map(Block::code)
                .findFirst()
                .orElse("");
    }
}
