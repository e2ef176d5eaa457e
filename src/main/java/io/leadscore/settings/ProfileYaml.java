package io.leadscore.settings;

import io.leadscore.lead.ObjectType;
import io.leadscore.scoring.CallOutcome;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.Condition;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.MeetingOutcome;
import io.leadscore.scoring.OutcomeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How the scoring profile stands in YAML: keys in kebab case, durations as {@code 30d}, choices in lower case. */
final class ProfileYaml {

    private ProfileYaml() {}

    static YAMLMapper mapper() {
        return YAMLMapper.builder()
                .propertyNamingStrategy(new Naming())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(choices())
                .build();
    }

    /** How a record's component is called in YAML. */
    static String key(String component) {
        return new Naming().translate(component);
    }

    private static SimpleModule choices() {
        Map<String, ObjectType> objects = new LinkedHashMap<>();
        objects.put("contact", ObjectType.CONTACTS);
        objects.put("company", ObjectType.COMPANIES);
        objects.put("deal", ObjectType.DEALS);
        return new SimpleModule("scoring-profile")
                .addDeserializer(
                        Duration.class,
                        new Word<>(Duration.class, "a duration such as 10s, 24h or 30d", DurationText::parse))
                .addDeserializer(
                        ObjectType.class, new Word<>(ObjectType.class, "contact, company or deal", objects::get))
                .addDeserializer(Component.class, choice(Component.class))
                .addDeserializer(CustomSignal.Kind.class, choice(CustomSignal.Kind.class))
                .addDeserializer(CallOutcome.class, choice(CallOutcome.class))
                .addDeserializer(MeetingOutcome.class, choice(MeetingOutcome.class))
                .addDeserializer(OutcomeKind.class, choice(OutcomeKind.class))
                .addDeserializer(Condition.class, new OneOrMore());
    }

    private static <E extends Enum<E>> Word<E> choice(Class<E> type) {
        Map<String, E> choices = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants())
                .forEach(constant ->
                        choices.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant));
        return new Word<>(type, "one of " + String.join(", ", choices.keySet()), choices::get);
    }

    /** What a wrong word should have been. */
    static final class WrongWord extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        WrongWord(String expected) {
            super("must be " + expected);
        }
    }

    private static final class Naming extends PropertyNamingStrategies.KebabCaseStrategy {

        private static final long serialVersionUID = 1L;

        @Override
        public String translate(String input) {
            return input.equals("objectType") ? "object" : super.translate(input);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {

        @Nullable
        T read(String word);
    }

    private static final class Word<T> extends StdDeserializer<T> {

        private final String expected;
        private final Reading<T> reading;

        Word(Class<T> type, String expected, Reading<T> reading) {
            super(type);
            this.expected = expected;
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            T read = parser.currentToken() == JsonToken.VALUE_STRING ? reading.read(parser.getString()) : null;
            if (read == null) {
                throw new WrongWord(expected);
            }
            return read;
        }
    }

    /** A word, a number, yes or no, or a list of these. */
    private static final class OneOrMore extends StdDeserializer<Condition> {

        private static final String EXPECTED = "a value, a range such as 200.. or 11..50, or a list of these";

        OneOrMore() {
            super(Condition.class);
        }

        @Override
        public Condition deserialize(JsonParser parser, DeserializationContext context) {
            List<String> values = new ArrayList<>();
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                values.add(value(parser));
                return new Condition(values);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(parser));
            }
            if (values.isEmpty()) {
                throw new WrongWord(EXPECTED);
            }
            return new Condition(values);
        }

        private static String value(JsonParser parser) {
            if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
                throw new WrongWord(EXPECTED);
            }
            return parser.getString();
        }
    }
}
