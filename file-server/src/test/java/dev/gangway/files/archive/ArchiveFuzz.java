package dev.gangway.files.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An archive has the names and contents that were put in, whatever they are; each line of the input is a file. */
public final class ArchiveFuzz {
    private static final int BLOCK = 512;
    private static final Instant TIME = Instant.parse("2026-11-28T05:00:00Z");

    private ArchiveFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        List<String> names = new ArrayList<>();
        String text = new String(data, StandardCharsets.UTF_8).replace('\0', '_');
        for (String name : text.split("\n", 20)) {
            if (!name.isEmpty() && !name.endsWith("/") && !names.contains(name)) {
                names.add(name);
            }
        }
        require(names, readZip(write("zip", names)));
        require(names, readTar(write("tar.gz", names)));
    }

    private static byte[] content(String name) {
        return (name + "\0content").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] write(String suffix, List<String> names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveFormat format = suffix.equals("zip") ? ArchiveFormat.ZIP : ArchiveFormat.TAR_GZ;
        try (ArchiveWriter writer = format.writer(out)) {
            for (String name : names) {
                byte[] content = content(name);
                writer.file(name, TIME, content.length, new ByteArrayInputStream(content));
            }
        }
        return out.toByteArray();
    }

    private static List<String> readZip(byte[] bytes) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                check(entry.getName(), zip.readAllBytes());
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static List<String> readTar(byte[] bytes) throws IOException {
        byte[] tar;
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            tar = gzip.readAllBytes();
        }
        List<String> names = new ArrayList<>();
        String path = "";
        for (int at = 0; tar[at] != 0; ) {
            int length = Integer.parseInt(text(tar, at + 124, 11), 8);
            byte[] content = Arrays.copyOfRange(tar, at + BLOCK, at + BLOCK + length);
            if (tar[at + 156] == 'x') {
                String record = new String(content, StandardCharsets.UTF_8);
                int space = record.indexOf(' ');
                int recordBytes = Integer.parseInt(record.substring(0, space));
                String whole = new String(content, 0, recordBytes, StandardCharsets.UTF_8);
                path = whole.substring(space + 1 + "path=".length(), whole.length() - 1);
            } else {
                String name = path.isEmpty() ? text(tar, at, 100).replace("\0", "") : path;
                check(name, content);
                names.add(name);
                path = "";
            }
            at += BLOCK + (length + BLOCK - 1) / BLOCK * BLOCK;
        }
        return names;
    }

    private static String text(byte[] tar, int at, int length) {
        return new String(tar, at, length, StandardCharsets.UTF_8);
    }

    private static void check(String name, byte[] content) {
        if (!Arrays.equals(content, content(name))) {
            throw new AssertionError("another content of " + name);
        }
    }

    private static void require(List<String> names, List<String> found) {
        if (!found.equals(names)) {
            throw new AssertionError(names + " become " + found);
        }
    }
}
