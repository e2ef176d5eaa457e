package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.ObjectType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A property of the account's own, declared as a signal in the scoring profile. Only typed properties can be signals:
 * free text and whatever names or reaches a person is refused.
 *
 * @param name name of the signal in explanations, lower snake case
 * @param objectType whose property it is: contacts, companies or deals (of several deals: the newest open one, else the
 *     newest)
 * @param property HubSpot's internal name of the property
 * @param component the component that it belongs to
 * @param kind how its value is read
 * @param weight its share of the component, in percent, which the component's other signals give up in proportion
 * @param neutral the value, from 0 to 1, for missing data; null: 0.5
 * @param values of a category: what its options are worth, from 0 to 1
 * @param learnt whether what the value is worth is learnt from closed deals. Of a category: the options that are not in
 *     {@code values}, false if not said. Of a number or a flag: all of it, from the first weekly job on that knows
 *     better; if not said true, but for a number with bands
 * @param bands of a number: what its ranges are worth, ascending
 * @param cap of a number without bands: the number that gives the full value, from 0 upwards in proportion, until it is
 *     learnt; a number with neither is neutral until then
 * @param halfLife of a date: after which age it counts half
 */
public record CustomSignal(
        String name,
        ObjectType objectType,
        String property,
        Component component,
        Kind kind,
        double weight,
        @Nullable Double neutral,
        @Nullable Map<String, Double> values,
        @Nullable Boolean learnt,
        @Nullable List<Band> bands,
        @Nullable Double cap,
        @Nullable Duration halfLife) {

    private static final double USUAL_NEUTRAL = 0.5;

    /** How a property's value is read. */
    public enum Kind {
        /** One of a list of options. */
        CATEGORY,
        /** A number. */
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** A day or an instant, of which the age counts. */
        DATE;

        /** Whether a property of this type of HubSpot's ({@code enumeration}, {@code string}, ...) can be read so. */
        public boolean accepts(String hubspotType) {
            return switch (this) {
                case CATEGORY, FLAG -> hubspotType.equals("enumeration") || hubspotType.equals("bool");
                case NUMBER -> hubspotType.equals("number");
                case DATE -> hubspotType.equals("date") || hubspotType.equals("datetime");
            };
        }
    }

    public CustomSignal {
        Check.present(name, "name");
        Check.require(name.matches("[a-z][a-z0-9_]{0,63}"), "name must be lower snake case, such as product_interest");
        Check.present(objectType, "object");
        Check.require(
                objectType == ObjectType.CONTACTS
                        || objectType == ObjectType.COMPANIES
                        || objectType == ObjectType.DEALS,
                "object of custom signal " + name + " must be contact, company or deal");
        Check.present(property, "property");
        Check.require(
                property.matches("[a-z][a-z0-9_]{0,99}"),
                "property of custom signal " + name + " must be HubSpot's internal name, such as product_interest");
        Check.require(
                !PersonalData.isNamed(property),
                "property " + property + " of custom signal " + name
                        + " is free text or personal data, which is never kept or scored");
        Check.present(component, "component");
        Check.present(kind, "kind");
        Check.percent(weight, "weight");
        neutral = Check.share(neutral == null ? USUAL_NEUTRAL : neutral, "neutral");
        values = values == null ? Map.of() : Check.options(values, "values");
        values.forEach((value, worth) -> Check.share(worth, "values." + value));
        bands = bands == null ? List.of() : Check.copy(bands, "bands");
        learnt = learnt == null ? usuallyLearnt(kind, bands) : learnt;
        checkKind(name, kind, values, learnt, bands, cap, halfLife);
    }

    /** The same with another share of its component, in percent. */
    public CustomSignal withWeight(double percent) {
        return new CustomSignal(
                name, objectType, property, component, kind, percent, neutral, values, learnt, bands, cap, halfLife);
    }

    /** Whether its cohorts' win rates say what it is worth. */
    public boolean isLearnt() {
        return Boolean.TRUE.equals(learnt);
    }

    private static boolean usuallyLearnt(Kind kind, List<Band> bands) {
        return kind == Kind.FLAG || (kind == Kind.NUMBER && bands.isEmpty());
    }

    /** The number that these facts hold for this signal; NaN when they hold none. */
    public double number(@Nullable ContactFacts contact, @Nullable CompanyFacts company, @Nullable DealFacts deal) {
        String value = CustomValue.of(this, contact, company, deal);
        return value == null ? Double.NaN : CustomValue.number(value);
    }

    /** Whether these facts hold a value of this signal's property. */
    public boolean isKnown(@Nullable ContactFacts contact, @Nullable CompanyFacts company, @Nullable DealFacts deal) {
        return CustomValue.of(this, contact, company, deal) != null;
    }

    /** Whether these facts hold a value that says more than no, or than nothing: another one than false or 0. */
    public boolean isTelling(@Nullable ContactFacts contact, @Nullable CompanyFacts company, @Nullable DealFacts deal) {
        String value = CustomValue.of(this, contact, company, deal);
        if (value == null) {
            return false;
        }
        return kind == Kind.NUMBER ? CustomValue.number(value) != 0 : !value.equals("false");
    }

    double neutralValue() {
        return neutral == null ? USUAL_NEUTRAL : neutral;
    }

    private static void checkKind(
            String name,
            Kind kind,
            Map<String, Double> values,
            boolean learnt,
            List<Band> bands,
            @Nullable Double cap,
            @Nullable Duration halfLife) {
        String of = " of custom signal " + name;
        boolean category = kind == Kind.CATEGORY;
        Check.require(category || values.isEmpty(), "values" + of + " are for categories only");
        Check.require(!learnt || kind != Kind.DATE, "learnt" + of + " is not for dates");
        Check.require(!category || learnt || !values.isEmpty(), "values" + of + " are missing, and learnt is not true");
        boolean number = kind == Kind.NUMBER;
        Check.require(number || (bands.isEmpty() && cap == null), "bands and cap" + of + " are for numbers only");
        Check.require(
                !number || bands.isEmpty() || cap == null, "either bands or cap" + of + " must be given, not both");
        Check.require(
                !number || learnt || !bands.isEmpty() || cap != null,
                "bands or cap" + of + " must be given, for it is not learnt");
        for (int i = 1; i < bands.size(); i++) {
            Check.require(bands.get(i - 1).from() < bands.get(i).from(), "bands" + of + " must ascend");
        }
        if (cap != null) {
            Check.positive(cap, "cap" + of);
        }
        Check.require((kind == Kind.DATE) == (halfLife != null), "half-life" + of + " must be given for dates only");
        if (halfLife != null) {
            Check.positive(halfLife, "half-life" + of);
        }
    }
}
