package io.leadscore.scoring;

import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Leads and closed deals made up at random, of every shape that HubSpot can give. */
final class GeneratedLeads {

    private static final List<String> INDUSTRIES =
            List.of("COMPUTER_SOFTWARE", "RETAIL", "BANKING", "RESTAURANTS", "OIL_ENERGY");
    private static final List<String> SOURCES =
            List.of("REFERRALS", "ORGANIC_SEARCH", "OFFLINE", "PAID_SOCIAL", "AI_REFERRALS");
    private static final List<String> STAGES =
            List.of("lead", "subscriber", "opportunity", "marketingqualifiedlead", "51439524", "customer");
    private static final List<String> COUNTRIES = List.of("DE", "US", "JP", "FR");
    private static final List<String> CALLS = List.of("COMPLETED", "NO_ANSWER", "QUEUED");
    private static final List<String> MEETINGS = List.of("COMPLETED", "SCHEDULED", "NO_SHOW");

    private GeneratedLeads() {}

    static LeadFixture next(RandomGenerator random) {
        LeadFixture lead = new LeadFixture();
        if (random.nextInt(4) > 0) {
            lead.company(
                    random.nextInt(4) > 0 ? pick(random, INDUSTRIES) : null,
                    random.nextInt(4) > 0 ? (long) random.nextInt(8_000) : null);
        }
        if (random.nextInt(4) > 0) {
            lead.source(pick(random, SOURCES)).stage(pick(random, STAGES)).country(pick(random, COUNTRIES));
        }
        if (random.nextBoolean()) {
            lead.level(pick(random, List.of(JobLevel.values())));
        }
        if (random.nextInt(10) == 0) {
            lead.status("UNQUALIFIED");
        }
        int engagements = random.nextInt(12);
        for (int i = 0; i < engagements; i++) {
            engagement(random, lead, random.nextDouble(-3, 200));
        }
        if (random.nextInt(3) == 0) {
            lead.form(random.nextDouble(100));
        }
        if (random.nextInt(3) == 0) {
            lead.salesActivity(random.nextDouble(100));
        }
        if (random.nextInt(3) == 0) {
            double sent = random.nextDouble(100);
            lead.marketing(new EmailActivity(
                    random.nextInt(20),
                    random.nextInt(3),
                    random.nextInt(2),
                    LeadFixture.daysAgo(sent),
                    LeadFixture.daysAgo(sent).plusSeconds(random.nextInt(20)),
                    LeadFixture.daysAgo(sent * random.nextDouble()),
                    random.nextBoolean() ? LeadFixture.daysAgo(sent * random.nextDouble()) : null));
        }
        if (random.nextInt(3) == 0) {
            double created = random.nextDouble(300);
            lead.deal(
                    pick(random, List.of(Outcome.OPEN, Outcome.LOST, Outcome.LOST, Outcome.WON)),
                    created,
                    created * random.nextDouble(),
                    random.nextDouble());
        }
        return lead;
    }

    static CohortRates cohorts(RandomGenerator random) {
        CohortRates.Builder builder = new CohortRates.Builder(ScoreAssertions.PROFILE, ScoreAssertions.CREATED);
        for (int i = 0; i < 400; i++) {
            double created = random.nextDouble(50, 400);
            Outcome outcome = random.nextInt(4) == 0 ? Outcome.WON : Outcome.LOST;
            LeadFixture lead = new LeadFixture()
                    .company(pick(random, INDUSTRIES), (long) random.nextInt(8_000))
                    .source(pick(random, SOURCES))
                    .country(pick(random, COUNTRIES))
                    .deal(outcome, created, created * random.nextDouble(), 1);
            builder.add(lead.closed());
        }
        return builder.build();
    }

    private static void engagement(RandomGenerator random, LeadFixture lead, double daysAgo) {
        switch (random.nextInt(7)) {
            case 0 -> lead.reply(daysAgo);
            case 1 -> lead.meeting(daysAgo, pick(random, MEETINGS));
            case 2 -> lead.call(daysAgo, pick(random, List.of(Engagement.Direction.values())), pick(random, CALLS));
            case 3 -> lead.note(daysAgo);
            case 4 -> lead.task(daysAgo, random.nextBoolean() ? "COMPLETED" : "NOT_STARTED");
            case 5 -> lead.message(daysAgo);
            default -> {
                int opens = random.nextInt(5);
                lead.sent(
                        daysAgo,
                        opens,
                        random.nextInt(2),
                        random.nextBoolean()
                                ? null
                                : new Engagement.FirstSeen(Duration.ofSeconds(random.nextInt(30)), opens / 2, 0));
            }
        }
    }

    private static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
