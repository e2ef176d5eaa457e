package io.leadscore;

/** The entry point. */
public final class Leadscore {

    private Leadscore() {}

    public static void main(String[] arguments) {
        System.out.println("leadscore");
    }
}
