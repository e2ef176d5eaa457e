package io.leadscore.learning;

import java.util.LinkedHashMap;
import java.util.Map;

/** Prints how well scores and chances rank, and how many leads are High, in worlds whose rule is known. */
final class LevelBenchmark {

    private LevelBenchmark() {}

    /** Runs all worlds. */
    public static void main(String[] arguments) {
        Map<String, World.Settings> worlds = new LinkedHashMap<>();
        worlds.put("usual, 3,000 deals", World.Settings.usual(3_000));
        worlds.put("usual, 900 deals", World.Settings.usual(900));
        worlds.put("rare wins", World.Settings.usual(4_000).withIntercept(-4));
        worlds.put("frequent wins", World.Settings.usual(3_000).withIntercept(0.5));
        worlds.put("half the effect", World.Settings.usual(3_000).withEffect(0.5));
        worlds.put("twice the effect", World.Settings.usual(3_000).withEffect(2));
        worlds.put("nothing predicts", World.Settings.usual(3_000).withEffect(0).fast());
        System.out.println(LevelTrial.heading());
        worlds.forEach((name, settings) ->
                System.out.println(LevelTrial.of(name, new World(3, settings), new World(1_003, settings))
                        .row()));
    }
}
