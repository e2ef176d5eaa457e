package io.leadscore.learning;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.Lead;
import io.leadscore.lead.LeadHistory;
import io.leadscore.lead.LinkSummary;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.lead.TrackRecord;
import io.leadscore.scoring.ClosedDeal;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.ScoringProfileFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An account whose deals are won by a known rule: of three categories, two numbers (one that is good, one that is bad) and
 * a flag, of the company's industry, and of how much happened before. The deals that are open now are decided, too, but
 * nobody is told.
 */
final class World implements DealSource {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Random random;
    private final Settings settings;
    private final List<DealHistory> deals = new ArrayList<>();
    /** Of deals that are open now: whether they will be won. */
    private final Map<Long, Boolean> future = new HashMap<>();

    private final Map<Long, Double> truth = new HashMap<>();

    /**
     * What a world is like.
     *
     * @param deals how many, closed and open
     * @param effect how much the rule matters; 0: chance alone
     * @param intercept log odds of winning
     * @param days over how many days deals were made
     * @param winDays mean days until a deal is won
     * @param lossDays mean days until a deal is lost
     * @param dealsACompany how many deals a company has
     * @param doubledDays for so many days the odds have been twice what they were
     */
    record Settings(
            int deals,
            double effect,
            double intercept,
            int days,
            double winDays,
            double lossDays,
            int dealsACompany,
            int doubledDays) {

        static Settings usual(int deals) {
            return new Settings(deals, 1, -1.8, 700, 25, 45, 1, 0);
        }

        Settings withEffect(double other) {
            return new Settings(deals, other, intercept, days, winDays, lossDays, dealsACompany, doubledDays);
        }

        Settings withIntercept(double other) {
            return new Settings(deals, effect, other, days, winDays, lossDays, dealsACompany, doubledDays);
        }

        Settings fast() {
            return new Settings(deals, effect, intercept, days, 1, 2, dealsACompany, doubledDays);
        }

        Settings withDealsACompany(int other) {
            return new Settings(deals, effect, intercept, days, winDays, lossDays, other, doubledDays);
        }

        Settings doubledFor(int days) {
            return new Settings(deals, effect, intercept, this.days, winDays, lossDays, dealsACompany, days);
        }
    }

    World(long seed, Settings settings) {
        this.random = new Random(seed);
        this.settings = settings;
        for (int i = 1; i <= settings.deals(); i++) {
            deals.add(deal(i));
        }
    }

    static ScoringProfile profile() {
        return ScoringProfileFile.packaged()
                .withCustomSignals(List.of(
                        category("plan"),
                        category("channel"),
                        category("region"),
                        number("visits"),
                        number("age"),
                        flag("trial")));
    }

    /** The weight set of the first sync. */
    WeightSet initial() {
        CohortRates.Builder cohorts = new CohortRates.Builder(profile(), NOW);
        forEachClosed(cohorts::add);
        forEachOpen(cohorts::addOpen);
        return WeightSet.initial(1, NOW, "1.0", profile(), cohorts.build());
    }

    /** The leads whose deal is open now. */
    List<Lead> openLeads() {
        return deals.stream()
                .filter(one -> !one.deal().isClosed())
                .map(one -> Lead.asOf(
                        NOW,
                        one.lead().contact(),
                        one.lead().company(),
                        List.of(one.deal()),
                        one.lead().engagements()))
                .toList();
    }

    boolean willBeWon(Lead lead) {
        return willBeWon(lead.deals().get(0).id());
    }

    boolean willBeWon(long openDeal) {
        return Boolean.TRUE.equals(future.get(openDeal));
    }

    List<DealHistory> deals() {
        return deals;
    }

    double truth(long dealId) {
        return truth.getOrDefault(dealId, 0.5);
    }

    /** The deals of the last two weeks. */
    List<DealHistory> lately(World other) {
        return other.deals.stream()
                .filter(one -> one.deal().createdAt().isAfter(NOW.minus(Duration.ofDays(14))))
                .toList();
    }

    /** The same world with a property that is written when the deal is decided. */
    World withLeak(String property) {
        World leaking = new World(0, Settings.usual(0));
        for (DealHistory one : deals) {
            Map<String, String> custom = new HashMap<>(one.lead().contact().custom());
            boolean won = one.deal().outcome() == Outcome.WON;
            custom.put(property, property.equals("visits") ? (won ? "99" : "1") : won ? "p4" : "p0");
            ContactFacts contact =
                    contact(one.lead().contact().id(), one.lead().contact().createdAt(), custom);
            leaking.deals.add(new DealHistory(
                    one.deal(),
                    new LeadHistory(contact, one.lead().company(), one.lead().engagements(), List.of())));
        }
        return leaking;
    }

    /** The same world with a number that is filled in when a deal is won, for a share of these; of nobody else it is known. */
    World withHalfFilledLeak(double share) {
        Random filled = new Random(5);
        return retold(one -> {
            Map<String, String> custom = new HashMap<>(one.lead().contact().custom());
            custom.remove("visits");
            if (one.deal().outcome() == Outcome.WON && filled.nextDouble() < share) {
                custom.put("visits", String.valueOf(1 + filled.nextInt(50)));
            }
            ContactFacts contact =
                    contact(one.lead().contact().id(), one.lead().contact().createdAt(), custom);
            return new DealHistory(
                    one.deal(),
                    new LeadHistory(contact, one.lead().company(), one.lead().engagements(), List.of()));
        });
    }

    /** A deal whose contact has another plan. */
    static DealHistory withPlan(DealHistory one, String plan) {
        Map<String, String> custom = new HashMap<>(one.lead().contact().custom());
        custom.put("plan", plan);
        return new DealHistory(
                one.deal(),
                new LeadHistory(
                        contact(one.lead().contact().id(), one.lead().contact().createdAt(), custom),
                        one.lead().company(),
                        one.lead().engagements(),
                        List.of()));
    }

    /** The same world with outcomes dealt out anew. */
    World shuffled(long seed) {
        World shuffled = new World(0, Settings.usual(0));
        List<DealFacts> outcomes = new ArrayList<>(deals.stream()
                .map(DealHistory::deal)
                .filter(DealFacts::isClosed)
                .toList());
        List<Outcome> dealt =
                new ArrayList<>(outcomes.stream().map(DealFacts::outcome).toList());
        Collections.shuffle(dealt, new Random(seed));
        int next = 0;
        for (DealHistory one : deals) {
            DealFacts deal = one.deal();
            shuffled.deals.add(deal.isClosed() ? new DealHistory(with(deal, dealt.get(next++)), one.lead()) : one);
        }
        return shuffled;
    }

    /** The same world, where half of the leads are called in vain while their deal is open, for they will not buy. */
    World withAttempts() {
        Random attempts = new Random(10);
        return retold(one -> {
            boolean tried = attempts.nextBoolean();
            boolean bought = attempts.nextDouble() < (tried ? 0.2 : 0.6);
            Instant made = one.deal().createdAt();
            List<Engagement> calls = new ArrayList<>(one.lead().engagements());
            for (int i = 0; tried && i < 4; i++) {
                Instant at = made.minus(Duration.ofHours(9L * i + 5));
                calls.add(new Engagement.Call(
                        one.deal().id() * 100 + i, at, at, at, Engagement.Direction.OUTGOING, "NO_ANSWER", null, null));
            }
            DealFacts deal = one.deal().isClosed() ? with(one.deal(), bought ? Outcome.WON : Outcome.LOST) : one.deal();
            return new DealHistory(
                    deal, new LeadHistory(one.lead().contact(), one.lead().company(), calls, List.of()));
        });
    }

    /** The same world, where two of three have bought or not bought before, and who bought mostly buys again. */
    World withEarlierDeals() {
        Random earlier = new Random(9);
        return retold(one -> {
            int kind = earlier.nextInt(3);
            boolean again = earlier.nextDouble() < (kind == 0 ? 0.75 : 0.3);
            Instant made = one.deal().createdAt().minus(Duration.ofDays(200 + earlier.nextInt(200)));
            DealFacts before = with(
                    new DealFacts(
                            1_000_000 + one.deal().id(),
                            made,
                            made,
                            1_000.0,
                            made.plus(Duration.ofDays(30)),
                            "default",
                            null,
                            null,
                            Outcome.OPEN,
                            null,
                            Map.of()),
                    kind == 0 ? Outcome.WON : Outcome.LOST);
            DealFacts deal = one.deal().isClosed() ? with(one.deal(), again ? Outcome.WON : Outcome.LOST) : one.deal();
            LeadHistory lead = one.lead();
            return new DealHistory(
                    deal,
                    new LeadHistory(
                            lead.contact(),
                            lead.company(),
                            lead.engagements(),
                            lead.stages(),
                            kind == 2 ? List.of(deal) : List.of(before, deal)));
        });
    }

    /** The same world with every deal told otherwise. */
    World retold(UnaryOperator<DealHistory> telling) {
        World retold = new World(0, Settings.usual(0));
        retold.future.putAll(future);
        retold.truth.putAll(truth);
        deals.forEach(one -> retold.deals.add(telling.apply(one)));
        return retold;
    }

    @Override
    public void forEachClosed(Consumer<ClosedDeal> consumer) {
        deals.stream()
                .filter(one -> one.deal().isClosed())
                .forEach(one -> consumer.accept(new ClosedDeal(
                        one.deal(),
                        one.lead().contact(),
                        one.lead().company(),
                        TrackRecord.before(one.deal(), one.lead().deals()))));
    }

    @Override
    public void forEachOpen(Consumer<DealFacts> consumer) {
        deals.stream().map(DealHistory::deal).filter(one -> !one.isClosed()).forEach(consumer);
    }

    @Override
    public void forEachHistory(Consumer<DealHistory> consumer) {
        deals.forEach(consumer);
    }

    @Override
    public WithoutDeal withoutDeal(List<Instant> instants, Duration horizon) {
        return WithoutDeal.NONE;
    }

    private DealHistory deal(int id) {
        long company = 1L + (id - 1) / settings.dealsACompany();
        Random ofCompany = new Random(company * 31L + 7);
        int plan = pick(5);
        int channel = pick(12);
        int region = pick(4);
        double visits = Math.floor(-Math.log(1 - random.nextDouble()) * 6);
        double age = 20 + 50 * random.nextDouble();
        boolean trial = random.nextDouble() < 0.3;
        int industry = ofCompany.nextInt(4);
        boolean knowsAge = random.nextDouble() > 0.15;
        int calls = random.nextDouble() < 0.4 ? 1 + pick(3) : 0;
        double ofCompanyAlone = 0.5 * ofCompany.nextGaussian();
        double odds = settings.intercept()
                + settings.effect()
                        * (0.5 * (plan - 2)
                                + 0.12 * (channel - 5.5)
                                + (region == 0 ? 0.8 : -0.2)
                                + 0.08 * (visits - 6)
                                - 0.03 * (age - 45)
                                + (trial ? 0.7 : -0.3)
                                + 0.4 * (industry - 1.5)
                                + 0.4 * (calls - 0.8)
                                + (settings.dealsACompany() > 1 ? ofCompanyAlone : 0));
        double ago = random.nextDouble() * settings.days();
        if (settings.dealsACompany() > 1) {
            // A company buys within a few days.
            ago = ofCompany.nextDouble() * (settings.days() - 10) + ago * 10 / settings.days();
        }
        Instant created = NOW.minus(Duration.ofMinutes((long) (ago * 1_440)));
        if (settings.doubledDays() > 0 && created.isAfter(NOW.minus(Duration.ofDays(settings.doubledDays())))) {
            odds += Math.log(2.3);
        }
        double chance = 1 / (1 + Math.exp(-odds));
        boolean won = random.nextDouble() < chance;
        double mean = won ? settings.winDays() : settings.lossDays();
        Instant closes =
                created.plus(Duration.ofMinutes((long) (1_440 * (0.2 + -Math.log(1 - random.nextDouble()) * mean))));
        boolean open = closes.isAfter(NOW);
        truth.put((long) id, chance);
        if (open) {
            future.put((long) id, won && !closes.isAfter(NOW.plus(Duration.ofDays(90))));
        }
        Map<String, String> custom = new HashMap<>(Map.of(
                "plan", "p" + plan, "channel", "c" + channel, "visits", String.valueOf(visits), "trial", "" + trial));
        if (knowsAge) {
            custom.put("age", String.valueOf(age));
        }
        DealFacts deal = new DealFacts(
                id,
                created,
                open ? created : closes,
                1_000.0,
                open ? null : closes,
                "default",
                null,
                null,
                open ? Outcome.OPEN : won ? Outcome.WON : Outcome.LOST,
                null,
                Map.of("region", "r" + region));
        return new DealHistory(
                deal,
                new LeadHistory(
                        contact(id, created, custom),
                        company(company, industry),
                        calls(id, calls, created, won ? closes : null),
                        List.of()));
    }

    /** Calls before the deal was made; who bought is called afterwards, too. */
    private List<Engagement> calls(long id, int before, Instant created, @Nullable Instant boughtAt) {
        List<Engagement> calls = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            calls.add(call(id * 10 + i, created.minus(Duration.ofDays(1 + pick(20)))));
        }
        if (boughtAt != null && boughtAt.isBefore(NOW)) {
            calls.add(call(id * 10 + 8, boughtAt.plus(Duration.ofHours(5))));
            calls.add(call(id * 10 + 9, boughtAt.plus(Duration.ofHours(9))));
        }
        return calls;
    }

    private static Engagement call(long id, Instant at) {
        return new Engagement.Call(id, at, at, at, Engagement.Direction.OUTGOING, "COMPLETED", null, null);
    }

    private static ContactFacts contact(long id, Instant created, Map<String, String> custom) {
        return new ContactFacts(
                id,
                created,
                created,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                EmailActivity.NONE,
                0,
                null,
                null,
                LinkSummary.NONE,
                List.of(),
                custom);
    }

    private static CompanyFacts company(long id, int industry) {
        Instant longAgo = NOW.minus(Duration.ofDays(2_000));
        return new CompanyFacts(1_000_000 + id, longAgo, longAgo, "IND" + industry, null, null, null, null, Map.of());
    }

    static DealFacts with(DealFacts deal, Outcome outcome) {
        return new DealFacts(
                deal.id(),
                deal.createdAt(),
                deal.modifiedAt(),
                deal.amount(),
                deal.closedAt(),
                deal.pipeline(),
                deal.stage(),
                deal.stageProbability(),
                outcome,
                deal.ownerId(),
                deal.custom());
    }

    private int pick(int among) {
        return random.nextInt(among);
    }

    private static CustomSignal category(String name) {
        return signal(name, name.equals("region") ? ObjectType.DEALS : ObjectType.CONTACTS, CustomSignal.Kind.CATEGORY);
    }

    private static CustomSignal number(String name) {
        return signal(name, ObjectType.CONTACTS, CustomSignal.Kind.NUMBER);
    }

    private static CustomSignal flag(String name) {
        return signal(name, ObjectType.CONTACTS, CustomSignal.Kind.FLAG);
    }

    private static CustomSignal signal(String name, ObjectType object, CustomSignal.Kind kind) {
        return new CustomSignal(name, object, name, Component.FIT, kind, 10, null, null, true, null, null, null);
    }
}
