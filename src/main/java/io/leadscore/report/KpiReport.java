package io.leadscore.report;

import io.leadscore.ledger.ScoreSpread;
import java.time.Instant;

/**
 * How an account does.
 *
 * @param portalId the account
 * @param at when it was counted
 * @param windowDays how many days a lead may take to be won and still count
 * @param scores how its scores spread
 * @param trial whether acting on High leads helps
 * @param beforeAfter how it does since leads are scored
 */
public record KpiReport(
        long portalId, Instant at, double windowDays, ScoreSpread scores, Trial trial, BeforeAfter beforeAfter) {}
