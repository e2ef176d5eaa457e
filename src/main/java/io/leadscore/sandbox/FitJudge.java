package io.leadscore.sandbox;

import java.util.Map;

/** Judges one profile. Thread-safe. */
interface FitJudge {

    Map<FitCriterion, Judgement> judge(FitIdeal ideal, Map<String, String> facts);
}
