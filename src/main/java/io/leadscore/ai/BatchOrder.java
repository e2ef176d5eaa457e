package io.leadscore.ai;

import io.leadscore.scoring.FitProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a batch is to ask: as much as some money buys.
 *
 * @param groups whose profiles are in it, a group for each line
 * @param lines the file of requests
 * @param microDollars what it costs at most
 * @param isCut whether there was not money enough for all
 */
record BatchOrder(List<List<FitProfile>> groups, String lines, long microDollars, boolean isCut) {

    static BatchOrder of(
            List<List<FitProfile>> groups, Function<List<FitProfile>, Question> questions, AiMoney money, long left) {
        long cost = 0;
        StringBuilder lines = new StringBuilder();
        List<List<FitProfile>> taken = new ArrayList<>();
        for (List<FitProfile> group : groups) {
            Question question = questions.apply(group);
            long most = money.batched(question.mostPromptTokens(), question.mostAnswerTokens());
            if (cost + most > left) {
                return new BatchOrder(taken, lines.toString(), cost, true);
            }
            cost += most;
            taken.add(group);
            lines.append("{\"custom_id\":\"")
                    .append(BatchReply.name(taken.size()))
                    .append("\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":")
                    .append(question.body())
                    .append("}\n");
        }
        return new BatchOrder(taken, lines.toString(), cost, false);
    }
}
