package dev.gangway.standalone.project;

import java.util.Locale;

/** The kind of archive that a project is built to. */
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
