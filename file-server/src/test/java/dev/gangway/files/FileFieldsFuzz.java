package dev.gangway.files;

import dev.gangway.files.access.BasicCredentials;
import dev.gangway.files.access.Htpasswd;
import dev.gangway.files.content.AcceptField;
import dev.gangway.files.dav.DavException;
import dev.gangway.files.dav.IfField;
import dev.gangway.files.tus.TusChecksum;
import dev.gangway.files.tus.TusException;
import dev.gangway.files.tus.TusMetadata;
import dev.gangway.files.upload.UploadName;
import dev.gangway.files.values.ByteSize;
import dev.gangway.files.values.PathPrefix;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fields and values that a file handler reads: each is read or refused, and nothing else happens. */
public final class FileFieldsFuzz {
    private FileFieldsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        for (String name : List.of("gzip", "identity", "br")) {
            require(isWeight(AcceptField.coding(List.of(text), name)), text);
        }
        require(isWeight(AcceptField.mediaType(List.of(text), "text/html")), text);
        BasicCredentials credentials = BasicCredentials.parse(text);
        require(credentials == null || credentials.name().indexOf(':') < 0, text);
        String name = UploadName.of(text);
        require(name == null || (name.indexOf('/') < 0 && name.indexOf('\0') < 0 && !name.equals("..")), text);
        try {
            require(ByteSize.parse(text) >= 0, text);
        } catch (IllegalArgumentException e) {
            // Refused.
        }
        try {
            Htpasswd.parse(text.lines().toList());
        } catch (IllegalArgumentException e) {
            // Refused.
        }
        try {
            String prefix = PathPrefix.checked(text);
            require(prefix.isEmpty() || "/a".equals(PathPrefix.strip(prefix, prefix + "/a")), text);
        } catch (IllegalArgumentException e) {
            // Refused.
        }
        try {
            IfField.parse(text).tokens();
        } catch (DavException e) {
            require(e.status() == 400, text);
        }
        try {
            TusMetadata.parse(text);
        } catch (TusException e) {
            require(e.status() == 400, text);
        }
        try {
            TusChecksum.parse(text);
        } catch (TusException e) {
            require(e.status() == 400, text);
        }
    }

    private static boolean isWeight(int weight) {
        return weight >= 0 && weight <= 1000;
    }

    private static void require(boolean holds, String text) {
        if (!holds) {
            throw new AssertionError(text);
        }
    }
}
