package io.leadscore.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many callers, random latencies, a server that counts each call at a random instant between sending and answer. */
class BudgetSimulationTests {

    private static final int CALLS = 2_000;
    private static final int CALLERS = 24;

    private record Flight(int slot, long answeredAt) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("no window of the server is ever exceeded, whatever the latency")
    void neverExceedsTheServersWindow(long seed) {
        Random random = new Random(seed);
        Window window = random.nextBoolean() ? Window.SEARCH : Window.BURST;
        int limit = window == Window.SEARCH ? 5 : 190;
        BudgetTable table = table();
        table.limit(window, limit);
        List<Long> counted = new ArrayList<>();
        PriorityQueue<Flight> flying =
                new PriorityQueue<>((one, other) -> Long.compare(one.answeredAt, other.answeredAt));
        long now = FakeTicker.START.toEpochMilli();

        for (int sent = 0; sent < CALLS; ) {
            while (!flying.isEmpty() && flying.peek().answeredAt <= now) {
                Flight landed = flying.remove();
                table.answered(window, landed.slot, landed.answeredAt + 1);
            }
            if (flying.size() < CALLERS && table.waitMillis(window, now) == 0) {
                int latency = random.nextInt(20) == 0 ? random.nextInt(15_000) : random.nextInt(400);
                counted.add(now + random.nextInt(latency + 1));
                flying.add(new Flight(table.send(window, now), now + latency));
                sent++;
            } else {
                now += 1 + random.nextInt(20);
            }
        }

        assertThat(mostInOneWindow(counted, window.spanMillis())).isLessThanOrEqualTo(limit);
    }

    private static int mostInOneWindow(List<Long> counted, int span) {
        Collections.sort(counted);
        Deque<Long> inWindow = new ArrayDeque<>();
        int most = 0;
        for (long at : counted) {
            while (!inWindow.isEmpty() && inWindow.peekFirst() <= at - span) {
                inWindow.removeFirst();
            }
            inWindow.addLast(at);
            most = Math.max(most, inWindow.size());
        }
        return most;
    }

    private static BudgetTable table() {
        BudgetTable table = new BudgetTable(BudgetStorage.inMemory().bytes(), 1);
        table.open(FakeTicker.START.toEpochMilli(), false, process -> true);
        return table;
    }
}
