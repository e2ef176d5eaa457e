package io.leadscore.door;

/**
 * Has the JDK take its own selectors at once. Before its first channel it looks through every jar of the class path for
 * others, which there are none of, and that takes longer than a whole command that is handed over.
 */
final class BuiltInSelectors {

    /** Names the class of {@link java.nio.channels.spi.SelectorProvider}; whoever sets it has a reason. */
    static final String PROPERTY = "java.nio.channels.spi.SelectorProvider";

    private static final String ON_LINUX = "sun.nio.ch.EPollSelectorProvider";

    private BuiltInSelectors() {}

    /** To be called before the first channel. Where the JDK's own has another name, all stays as it is. */
    static void choose() {
        if (System.getProperty(PROPERTY) == null && exists(ON_LINUX)) {
            System.setProperty(PROPERTY, ON_LINUX);
        }
    }

    private static boolean exists(String type) {
        try {
            return Class.forName(type, false, null) != null;
        } catch (ClassNotFoundException another) {
            return false;
        }
    }
}
