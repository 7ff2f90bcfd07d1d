package dev.gangway.porting;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's module {@code mimetypes}, with the types that handlers of files know. */
public final class Mimetypes {
    private static final SimpleHTTPRequestHandler HANDLER = new SimpleHTTPRequestHandler();

    /** The endings of the strict table of CPython 3.13, sorted. */
    private static final String EXTENSIONS =
            "3g2 3gp 3gpp 3gpp2 a aac adts ai aif aifc aiff ass au avi avif bat bcpio bin bmp c "
                    + "cdf cpio csh css csv dll doc dot dvi eml eps etx exe gif gtar h h5 hdf heic heif htm "
                    + "html ico ief jpe jpeg jpg js json ksh latex loas m1v m3u m3u8 man markdown md me mht "
                    + "mhtml mif mjs mov movie mp2 mp3 mp4 mpa mpe mpeg mpg ms n3 nc nq nt nws o obj oda "
                    + "opus p12 p7c pbm pdf pfx pgm pl png pnm pot ppa ppm pps ppt ps pwz py pyc pyo qt ra "
                    + "ram ras rdf rgb roff rst rtf rtx sgm sgml sh shar snd so src srt sv4cpio sv4crc svg "
                    + "swf t tar tcl tex texi texinfo tif tiff tr trig tsv txt ustar vcf vtt wasm wav webm "
                    + "webmanifest webp wiz wsdl xbm xlb xls xml xpdl xpm xsl xwd zip";

    private Mimetypes() {}

    /** Returns {@code mimetypes.guess_type(name)}: the type, and the coding. */
    public static Tuple guessType(@Nullable Object url) {
        String name = OsPath.basename(url);
        String coding =
                name.endsWith(".gz") ? "gzip" : name.endsWith(".bz2") ? "bzip2" : name.endsWith(".xz") ? "xz" : null;
        String plain = coding == null ? name : Python.str(OsPath.splitext(name).get(0));
        String type = plain.contains(".") ? HANDLER.guessType(Path.of(plain)) : "application/octet-stream";
        boolean known = !type.equals("application/octet-stream") || plain.matches(".*\\.(bin|exe|dll|so|o|obj|a)");
        return Tuple.of(known ? type : null, coding);
    }

    /** Returns {@code mimetypes.types_map}, as an operating system that adds none has it: a new map each time. */
    @Attribute
    public static Map<String, String> typesMap() {
        Map<String, String> types = new LinkedHashMap<>();
        for (String extension : EXTENSIONS.split(" ", -1)) {
            types.put("." + extension, HANDLER.guessType(Path.of("x." + extension)));
        }
        return types;
    }

    /** Does nothing: the types are there. */
    public static void init() {}

    /** Tells that the types are there. */
    @Attribute
    public static boolean inited() {
        return true;
    }
}
