package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.Country;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Department;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.Lead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which segment of a profile a lead is of: the first whose conditions it meets, all of them, by its facts as of its
 * instant; what is not known meets none. Time alone changes nothing. Immutable; safe for use by several threads.
 */
public final class Segmentation {

    /** Of no segment. */
    public static final int NONE = -1;

    private static final String COMPANY_SIZE = "company-size";

    /** The facts that every profile can tell segments by; besides there are its custom signals, but for dates. */
    public static final List<String> FACTS = List.of(
            "industry", "country", "source", COMPANY_SIZE, "seniority", "department", "lifecycle-stage", "pipeline");

    private final List<Segment> segments;
    private final List<Predicate<Lead>> rules;

    /**
     * The segments of a profile.
     *
     * @throws IllegalArgumentException when a condition cannot be; it names the key
     */
    public Segmentation(ScoringProfile profile) {
        this(profile.segmentsInOrder(), profile.idealClient(), profile.customSignals());
    }

    Segmentation(List<Segment> segments, IdealClient ideal, List<CustomSignal> custom) {
        this.segments = segments;
        this.rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            String key = "segments[" + i + "]";
            Check.require(names.add(segment.name()), key + ".name " + segment.name() + " is taken");
            Predicate<Lead> rule = lead -> true;
            for (Map.Entry<String, Condition> one : segment.where().entrySet()) {
                rule = rule.and(rule(key + ".where." + one.getKey(), one.getKey(), one.getValue(), ideal, custom));
            }
            rules.add(rule);
        }
    }

    /** Whether all that a segment is told by is among the built-in facts and these signals. */
    static boolean isTold(Segment segment, List<CustomSignal> custom) {
        return segment.where().keySet().stream()
                .allMatch(fact -> FACTS.contains(fact)
                        || custom.stream().anyMatch(signal -> signal.name().equals(fact)));
    }

    /** Whether there are segments at all. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** In their order. */
    public List<Segment> segments() {
        return segments;
    }

    /** The index of the lead's segment; {@link #NONE}: it is of none. */
    public int of(Lead lead) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).test(lead)) {
                return i;
            }
        }
        return NONE;
    }

    /** Whether the lead meets the conditions of several segments, so that their order decides. */
    public boolean isAmbiguous(Lead lead) {
        return rules.stream().filter(rule -> rule.test(lead)).limit(2).count() > 1;
    }

    private static Predicate<Lead> rule(
            String key, String fact, Condition condition, IdealClient ideal, List<CustomSignal> custom) {
        if (fact.equals(COMPANY_SIZE)) {
            return bySize(key, condition, ideal);
        }
        if (FACTS.contains(fact)) {
            check(key, fact, condition);
            Set<String> values = Set.copyOf(condition.values());
            return lead -> {
                String value = value(fact, lead);
                return value != null && values.contains(value);
            };
        }
        CustomSignal signal = custom.stream()
                .filter(one -> one.name().equals(fact))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(key + " is not a fact that segments are told by; known are "
                                + String.join(", ", FACTS) + ", and custom signals by name"));
        return byCustom(key, condition, signal);
    }

    private static Predicate<Lead> bySize(String key, Condition condition, IdealClient ideal) {
        List<String> bands = ideal.companySizes().stream().map(SizeBand::name).toList();
        Predicate<Long> rule = employees -> false;
        for (String value : condition.values()) {
            List<Condition.Span> spans = new Condition(List.of(value)).spans();
            Check.require(
                    spans != null || bands.contains(value),
                    key + " " + value + " is neither a number of employees such as 200.. or 11..50, nor a band of"
                            + " ideal-client.company-sizes: " + String.join(", ", bands));
            rule = rule.or(
                    bands.contains(value)
                            ? employees -> isIn(value, employees, ideal)
                            : employees -> isIn(spans, employees));
        }
        Predicate<Long> any = rule;
        return lead -> {
            CompanyFacts company = lead.company();
            Long employees = company == null ? null : company.employees();
            return employees != null && any.test(employees);
        };
    }

    private static boolean isIn(String band, long employees, IdealClient ideal) {
        SizeBand found = ideal.band(employees);
        return found != null && found.name().equals(band);
    }

    private static boolean isIn(@Nullable List<Condition.Span> spans, double number) {
        return spans != null && spans.stream().anyMatch(span -> span.contains(number));
    }

    private static Predicate<Lead> byCustom(String key, Condition condition, CustomSignal signal) {
        Check.require(
                signal.kind() != CustomSignal.Kind.DATE,
                key + " is a date, which moves on with time: segments are told by options, numbers, yes or no");
        if (signal.kind() == CustomSignal.Kind.NUMBER) {
            List<Condition.Span> spans = condition.spans();
            Check.require(spans != null, key + " needs numbers such as 200.., 11..50 or ..10");
            return lead -> isIn(spans, signal.number(lead.contact(), lead.company(), Evidence.newest(lead)));
        }
        boolean flag = signal.kind() == CustomSignal.Kind.FLAG;
        Check.require(
                !flag || condition.values().stream().allMatch(value -> value.equals("true") || value.equals("false")),
                key + " needs true or false");
        return lead ->
                CustomValue.options(
                                signal, CustomValue.of(signal, lead.contact(), lead.company(), Evidence.newest(lead)))
                        .stream()
                        .anyMatch(condition.values()::contains);
    }

    private static void check(String key, String fact, Condition condition) {
        for (String value : condition.values()) {
            switch (fact) {
                case "country" ->
                    Check.require(
                            Country.isCode(value), key + " " + value + " is not an ISO 3166-1 alpha-2 code such as DE");
                case "seniority" -> checkOneOf(key, value, JobLevel.values());
                case "department" -> checkOneOf(key, value, Department.values());
                default -> {}
            }
        }
    }

    private static void checkOneOf(String key, String value, Enum<?>[] known) {
        Check.require(
                Stream.of(known).anyMatch(one -> one.name().equals(value)),
                key + " " + value + " is not one of " + Arrays.toString(known));
    }

    private static @Nullable String value(String fact, Lead lead) {
        ContactFacts contact = lead.contact();
        CompanyFacts company = lead.company();
        return switch (fact) {
            case "industry" -> company == null ? null : company.industry();
            case "country" -> CohortKeys.country(contact, company);
            case "source" -> contact.source();
            case "seniority" -> name(contact.jobLevel());
            case "department" -> name(contact.department());
            case "lifecycle-stage" -> contact.lifecycleStage();
            default -> {
                DealFacts deal = Evidence.newest(lead);
                yield deal == null ? null : deal.pipeline();
            }
        };
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
