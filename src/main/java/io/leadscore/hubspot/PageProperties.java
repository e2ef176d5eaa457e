package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import io.leadscore.lead.OptionText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the values of one page of records before they are kept. An option is kept as it is only if it is in the
 * scoring profile, in HubSpot's standard list or in the account's own list; any other may be somebody's words, and only a
 * pseudonym of it is kept. Numbers, dates and flags are kept as what they are. Confined to one thread.
 */
final class PageProperties {

    /** HubSpot's longest option. */
    private static final int LONGEST = 255;

    /** HubSpot's own ids of call dispositions. */
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** HubSpot's ids of stages and pipelines that an admin adds. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

    private static final double PLAIN = 1e15;

    private final Definitions definitions;
    private final PropertyKnowledge knowledge;
    private final ObjectType type;
    private final Instant changedAt;
    private @Nullable Pseudonyms pseudonyms;
    private @Nullable KnownProperties remembered;
    private boolean isFresh;

    /** @param changedAt when the record of the page that changed last did so */
    PageProperties(Definitions definitions, PropertyKnowledge knowledge, ObjectType type, Instant changedAt) {
        this.definitions = definitions;
        this.knowledge = knowledge;
        this.type = type;
        this.changedAt = changedAt;
    }

    /**
     * Looks whether HubSpot's own properties are still defined, where a page shows one of them in no record though it shows
     * what has no value, or whether one that was not is again.
     *
     * @param shown the names that any record shows
     * @param alsoEmpty whether the page also shows those of them that have no value
     * @throws HubSpotException.Rejected when the one is gone that tells when a record changed
     */
    void expectBuiltIn(Set<String> shown, boolean alsoEmpty) {
        for (String name : RequestedProperties.builtIn(type)) {
            boolean isThere = shown.contains(name);
            if (isThere ? isAbsent(name) : alsoEmpty && !isAbsent(name)) {
                refresh();
            }
        }
        String modified = RequestedProperties.modified(type);
        if (alsoEmpty && !shown.contains(modified) && isAbsent(modified)) {
            throw RefusedProperties.required(type, modified);
        }
    }

    private boolean isAbsent(String name) {
        KnownProperties known = remembered();
        return known != null && known.absent().contains(name);
    }

    /**
     * Looks whether properties that are declared are still, or again, defined: one that no record shows, though it is, or
     * shows, though it is not, may just have been archived or restored.
     *
     * @param shown the names that any record shows
     */
    void expect(Set<String> declared, Set<String> shown) {
        for (String name : declared) {
            if (isDefined(name) != shown.contains(name) || remembered == null) {
                refresh();
            }
        }
    }

    /** An enumeration's value as it is kept. */
    String kept(String property, String text) {
        String value = OptionText.of(text);
        return isListed(property, value) ? value : keptParts(property, value);
    }

    private String keptParts(String property, String value) {
        return OptionText.parts(value).stream()
                .map(part -> keptOption(property, part))
                .collect(Collectors.joining(";"));
    }

    private String keptOption(String property, String value) {
        if (isKeepable(value)) {
            String alias = alias(property, value);
            if (alias != null) {
                return alias;
            }
            if (isListed(property, value) || isNobodysText(property, value) || isOption(property, value)) {
                return value;
            }
        }
        if (pseudonyms == null) {
            pseudonyms = new Pseudonyms(knowledge.pseudonymKey());
        }
        return pseudonyms.of(value);
    }

    /** A declared property's value as it is kept; null when it cannot be read as what it is declared. */
    @Nullable
    String custom(String property, String text) {
        ValueKind kind = knowledge.kind(type, property);
        return switch (kind == null ? ValueKind.CATEGORY : kind) {
            case CATEGORY -> kept(property, text);
            case NUMBER -> number(text);
            case DATE -> {
                Instant instant = PropertyValues.parseInstant(text);
                yield instant == null ? null : instant.toString();
            }
            case FLAG -> flag(property, OptionText.of(text));
        };
    }

    private static @Nullable String number(String text) {
        Double number = PropertyValues.parseDecimal(text);
        if (number == null) {
            return null;
        }
        return Math.abs(number) < PLAIN
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : number.toString();
    }

    private @Nullable String flag(String property, String value) {
        KnownProperty defined = defined(property);
        if (defined == null) {
            refresh();
            defined = defined(property);
        }
        String yes = defined == null ? null : defined.yes();
        if (defined != null && yes != null) {
            return OptionText.of(yes).equals(value) ? "true" : defined.options().contains(value) ? "false" : null;
        }
        Boolean read = YesOrNo.read(value);
        return read == null ? null : read.toString();
    }

    /** Of those of which the profile may list what people see instead. */
    private @Nullable String alias(String property, String value) {
        boolean mayHave = knowledge.listed(type, property).stream()
                .anyMatch(listed -> !GUID.matcher(listed).matches());
        if (!mayHave || isListed(property, value)) {
            return null;
        }
        isOption(property, value);
        KnownProperty defined = defined(property);
        return defined == null ? null : defined.aliases().get(value);
    }

    private boolean isListed(String property, String value) {
        return isKeepable(value) && knowledge.listed(type, property).contains(value);
    }

    private static boolean isNobodysText(String property, String value) {
        return switch (property) {
            case "hs_call_disposition" -> GUID.matcher(value).matches();
            case "dealstage", "pipeline" -> NUMBER.matcher(value).matches() || StandardOptions.has(property, value);
            default -> StandardOptions.has(property, value);
        };
    }

    private boolean isOption(String property, String value) {
        if (hasOption(property, value)) {
            return true;
        }
        refresh();
        return hasOption(property, value);
    }

    private boolean hasOption(String property, String value) {
        KnownProperty defined = defined(property);
        return defined != null && defined.options().contains(value);
    }

    private boolean isDefined(String property) {
        return defined(property) != null;
    }

    private @Nullable KnownProperty defined(String property) {
        KnownProperties known = remembered();
        return known == null ? null : known.find(property);
    }

    private @Nullable KnownProperties remembered() {
        if (remembered == null) {
            remembered = definitions.remembered(type);
        }
        return remembered;
    }

    /** Once a page. */
    private void refresh() {
        if (!isFresh) {
            isFresh = true;
            remembered = definitions.asOf(type, changedAt);
        }
    }

    /** Whether it can be an option at all. */
    static boolean isKeepable(String value) {
        return value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl);
    }
}
