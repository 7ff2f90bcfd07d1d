package dev.gangway.examples;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The catalogue of the examples, by name of the class. */
public final class Examples {
    private static final Map<String, HandlerFactory> BY_NAME = new TreeMap<>();

    static {
        BY_NAME.put("Aliases", Aliases::new);
        BY_NAME.put("AnyVerb", AnyVerb::new);
        BY_NAME.put("ApiThenFiles", ApiThenFiles::new);
        BY_NAME.put("BasicAuth", BasicAuth::new);
        BY_NAME.put("BehindAProxy", BehindAProxy::new);
        BY_NAME.put("CapturedOutput", CapturedOutput::new);
        BY_NAME.put("CarefulUpload", CarefulUpload::new);
        BY_NAME.put("CatchAll", CatchAll::new);
        BY_NAME.put("ChunkedUpload", ChunkedUpload::new);
        BY_NAME.put("ClassAttributes", ClassAttributes::new);
        BY_NAME.put("ConnectionCounter", ConnectionCounter::new);
        BY_NAME.put("CookieVisits", CookieVisits::new);
        BY_NAME.put("Cors", Cors::new);
        BY_NAME.put("DocPages", DocPages::new);
        BY_NAME.put("DocXmlRpc", DocXmlRpc::new);
        BY_NAME.put("EditedHead", EditedHead::new);
        BY_NAME.put("Events", Events::new);
        BY_NAME.put("FormPost", FormPost::new);
        BY_NAME.put("Fortune", Fortune::new);
        BY_NAME.put("FourSteps", FourSteps::new);
        BY_NAME.put("Gatekeeper", Gatekeeper::new);
        BY_NAME.put("HandChunks", HandChunks::new);
        BY_NAME.put("HeaderDump", HeaderDump::new);
        BY_NAME.put("HitCounter", HitCounter::new);
        BY_NAME.put("JsonEcho", JsonEcho::new);
        BY_NAME.put("JsonReplies", JsonReplies::new);
        BY_NAME.put("MotionPictures", MotionPictures::new);
        BY_NAME.put("MultipartUpload", MultipartUpload::new);
        BY_NAME.put("NotModified", NotModified::new);
        BY_NAME.put("OwnErrors", OwnErrors::new);
        BY_NAME.put("OwnLog", OwnLog::new);
        BY_NAME.put("OwnScripts", OwnScripts::new);
        BY_NAME.put("PageFallback", PageFallback::new);
        BY_NAME.put("PlainListing", PlainListing::new);
        BY_NAME.put("PutFiles", PutFiles::new);
        BY_NAME.put("QueryRoutes", QueryRoutes::new);
        BY_NAME.put("QuietDisconnects", QuietDisconnects::new);
        BY_NAME.put("RangeFiles", RangeFiles::new);
        BY_NAME.put("RawStatusLine", RawStatusLine::new);
        BY_NAME.put("ReadAll", ReadAll::new);
        BY_NAME.put("Redirects", Redirects::new);
        BY_NAME.put("RequestFacts", RequestFacts::new);
        BY_NAME.put("ShoutingFiles", ShoutingFiles::new);
        BY_NAME.put("Silent", Silent::new);
        BY_NAME.put("SocketEcho", SocketEcho::new);
        BY_NAME.put("Teapot", Teapot::new);
        BY_NAME.put("Tunnel", Tunnel::new);
        BY_NAME.put("TwoRoots", TwoRoots::new);
        BY_NAME.put("UntilClose", UntilClose::new);
        BY_NAME.put("WsgiApps", WsgiApps::new);
        BY_NAME.put("XmlRpc", XmlRpc::new);
    }

    private Examples() {}

    /**
     * Returns what makes handlers of one class.
     *
     * @param name the simple name of the class
     * @param directory what a handler of files serves
     * @return the factory
     */
    public static HandlerFactory factory(String name, Path directory) {
        HandlerFactory factory = name.equals("GuestBook") ? guestBook() : BY_NAME.get(name);
        if (factory == null) {
            throw new IllegalArgumentException("no example of the name " + name);
        }
        return () -> {
            Handler handler = factory.get();
            if (handler instanceof SimpleHTTPRequestHandler files) {
                files.directory(directory);
            }
            return handler;
        };
    }

    /** The book is made once for each factory, as a Python closure would hold it. */
    private static HandlerFactory guestBook() {
        List<String> book = new CopyOnWriteArrayList<>(List.of("first!"));
        return () -> new GuestBook(book);
    }

    /**
     * Returns the names of all examples.
     *
     * @return simple names of classes
     */
    public static Iterable<String> names() {
        LinkedHashSet<String> names = new LinkedHashSet<>(BY_NAME.keySet());
        names.add("GuestBook");
        return Collections.unmodifiableSet(names);
    }
}
