/**
 * A file handler with all that people choose a file server for: {@link dev.gangway.files.FileHTTPRequestHandler}.
 */
@SuppressWarnings({
    "module", // The module that is shown more than users are is built after this one.
    "requires-automatic" // Spring names its module in the manifest, and so for good.
})
module dev.gangway.files {
    requires static org.jspecify;
    requires transitive dev.gangway.handler.core;
    requires java.xml;
    requires spring.security.crypto;

    exports dev.gangway.files;
    exports dev.gangway.files.access to
            dev.gangway.standalone;
    exports dev.gangway.files.values to
            dev.gangway.standalone;
}
