package io.leadscore.learning;

import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** What the field would do with a {@link World}'s columns: an L2 logistic regression on one-hot categories and numbers. */
final class Reference {

    private static final int COLUMNS = 30;

    private Reference() {}

    static Predictions logistic(World learnt, World judged) {
        List<DealHistory> closed =
                learnt.deals().stream().filter(one -> one.deal().isClosed()).toList();
        boolean[] won = new boolean[closed.size()];
        for (int i = 0; i < won.length; i++) {
            won[i] = closed.get(i).deal().outcome() == Outcome.WON;
        }
        Prior ridge = Prior.nothing(COLUMNS, false);
        for (int i = 1; i <= COLUMNS; i++) {
            ridge.near(i, 0, 1);
        }
        LogisticFit fit = LogisticFit.of(rows(closed), won, ridge);
        Random random = new Random(11);
        double[][] rows = rows(judged.deals());
        double[] probabilities = new double[rows.length];
        boolean[] came = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = fit.probability(rows[i]);
            came[i] = random.nextDouble()
                    < judged.truth(judged.deals().get(i).deal().id());
        }
        return new Predictions(probabilities, came);
    }

    private static double[][] rows(List<DealHistory> deals) {
        return deals.stream().map(Reference::row).toArray(double[][]::new);
    }

    private static double[] row(DealHistory deal) {
        Map<String, String> custom = deal.lead().contact().custom();
        double[] row = new double[COLUMNS];
        row[digit(custom.get("plan"))] = 1;
        row[5 + digit(custom.get("channel"))] = 1;
        row[17 + digit(deal.deal().custom().get("region"))] = 1;
        row[21 + digit(Objects.requireNonNull(deal.lead().company()).industry())] = 1;
        row[25] = (Double.parseDouble(String.valueOf(custom.get("visits"))) - 5.5) / 6;
        row[26] = custom.containsKey("age") ? (Double.parseDouble(String.valueOf(custom.get("age"))) - 45) / 14 : 0;
        row[27] = custom.containsKey("age") ? 0 : 1;
        row[28] = "true".equals(custom.get("trial")) ? 1 : 0;
        row[29] = deal.lead().engagements().stream()
                .filter(one -> !one.createdAt().isAfter(deal.deal().createdAt()))
                .count();
        return row;
    }

    private static int digit(@org.jspecify.annotations.Nullable String value) {
        return Integer.parseInt(String.valueOf(value).replaceAll("[^0-9]", ""));
    }
}
