package dev.gangway.standalone.project;

import java.util.Locale;

/** What a project is built to. */
public enum Packaging {
    /** A web application for a servlet container. */
    WAR,
    /** A program with a server of its own. */
    JAR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
