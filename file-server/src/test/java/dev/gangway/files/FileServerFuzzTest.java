package dev.gangway.files;

import dev.gangway.files.archive.ArchiveFuzz;
import dev.gangway.files.dav.DavXmlFuzz;
import dev.gangway.files.upload.MultipartFuzz;
import dev.gangway.fuzz.FuzzContract;
import java.util.List;

class FileServerFuzzTest extends FuzzContract {
    @Override
    protected List<Class<?>> targets() {
        return List.of(
                MultipartFuzz.class, DavXmlFuzz.class, FileFieldsFuzz.class, ArchiveFuzz.class, FileServerFuzz.class);
    }
}
