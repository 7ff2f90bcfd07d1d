/** A program in a module. */
module com.example.modules {
    requires transitive dev.gangway.handler.core;
    requires dev.gangway.standalone;

    exports com.example.modules;
}
