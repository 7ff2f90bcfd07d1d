package dev.gangway.standalone.project;

import java.lang.module.ModuleDescriptor;
import java.util.regex.Pattern;

/** Which names a package may have. */
public final class PackageName {
    private static final Pattern USUAL = Pattern.compile("[a-z_]\\w*(\\.[a-z_]\\w*)*");

    private PackageName() {}

    /**
     * Tells whether a name is one of a package, as they usually are: each part begins with a small letter, and none is a word of Java's.
     *
     * @param name {@code com.example} for example
     * @return false for {@code Com.example}, {@code com.new} and the empty name
     */
    public static boolean isLegal(String name) {
        if (!USUAL.matcher(name).matches()) {
            return false;
        }
        try {
            // Names of modules keep to the same rule.
            return ModuleDescriptor.newModule(name).build().name().equals(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
