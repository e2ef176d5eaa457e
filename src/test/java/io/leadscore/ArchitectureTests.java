package io.leadscore;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house: who may know whom, and what may be used where. */
class ArchitectureTests {

    private static final String HOUSE = "io.leadscore";

    /** Room to the rooms it may depend on. {@code cli} and the root may use the public doors of all. */
    private static final Map<String, Set<String>> NEIGHBOURS = Map.ofEntries(
            // Quartz must know which database it is on, and a firing that finds another run in progress is left out.
            Map.entry("schedule", Set.of("delta", "recalibration", "upkeep", "ledger", "report")),
            Map.entry("delta", Set.of("hubspot", "ai", "actions", "ledger", "report", "learning", "scoring", "lead")),
            // The weekly job asks what closed deals' profiles lack.
            Map.entry("recalibration", Set.of("ai", "ledger", "report", "learning", "scoring", "lead")),
            Map.entry("upkeep", Set.of("hubspot", "ledger", "report")),
            Map.entry("actions", Set.of("hubspot", "ledger", "scoring", "lead")),
            Map.entry("hubspot", Set.of("lead")),
            Map.entry("ai", Set.of("ledger", "scoring", "lead")),
            Map.entry("ledger", Set.of("door", "learning", "scoring", "lead")),
            Map.entry("door", Set.of()),
            Map.entry("report", Set.of("ledger", "learning", "scoring", "lead")),
            Map.entry("web", Set.of("report", "ledger", "scoring", "lead", "delta")),
            Map.entry("learning", Set.of("scoring", "lead")),
            Map.entry("scoring", Set.of("lead")),
            Map.entry("lead", Set.of()),
            Map.entry("sandbox", Set.of()),
            Map.entry(
                    "settings",
                    Set.of(
                            "door",
                            "actions",
                            "hubspot",
                            "ai",
                            "ledger",
                            "delta",
                            "recalibration",
                            "report",
                            "learning",
                            "scoring",
                            "lead")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);

    @TestFactory
    Stream<DynamicTest> roomsDependOnTheirNeighboursOnly() {
        return NEIGHBOURS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(room -> DynamicTest.dynamicTest(
                        room.getKey(), () -> check(onlyNeighbours(room.getKey(), room.getValue()))));
    }

    @Test
    void everyRoomIsInTheTable() {
        check(ArchRuleDefinition.classes()
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(HOUSE, room("cli")),
                                NEIGHBOURS.keySet().stream().map(ArchitectureTests::room))
                        .toArray(String[]::new)));
    }

    @Test
    void roomsHaveNoCycles() {
        check(slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles());
    }

    /** {@code javax.crypto} belongs to {@code java.base}. */
    @Test
    void quietRoomsKnowNoFramework() {
        check(noClasses()
                .that()
                .resideInAnyPackage(room("lead"), room("scoring"))
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "javax.crypto..", "org.jspecify..", HOUSE + ".."));
        // One library, for linear algebra.
        check(noClasses()
                .that()
                .resideInAPackage(room("learning"))
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "org.hipparchus..", HOUSE + ".."));
    }

    @Test
    void httpClientsAreOnlyAtTheWindows() {
        check(onlyIn(
                Set.of("hubspot", "ai", "actions"),
                "org.apache.hc.client5..",
                "java.net.http..",
                "okhttp3..",
                "com.openai..",
                "org.springframework.web.client..",
                "org.springframework.web.service..",
                "org.springframework.http.."));
    }

    @Test
    void sqlIsOnlyInTheLedger() {
        check(onlyIn(
                Set.of("ledger"),
                "java.sql..",
                "org.springframework.jdbc..",
                "com.zaxxer..",
                "org.flywaydb..",
                "org.h2..",
                "org.postgresql.."));
    }

    @Test
    void quartzIsOnlyInTheSchedule() {
        check(onlyIn(Set.of("schedule"), "org.quartz..", "org.springframework.scheduling.quartz.."));
    }

    @Test
    void batchIsOnlyWhereJobsAre() {
        check(onlyIn(
                Set.of("schedule", "delta", "recalibration", "upkeep", "report", "cli"),
                "org.springframework.batch.."));
    }

    @Test
    void commandLineLibraryIsOnlyInTheCommandLine() {
        check(onlyIn(Set.of("cli"), "picocli.."));
    }

    @Test
    void timeComesThroughTheStreetDoor() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE)
                .should()
                .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("the system's clock is read") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        return readsClock(
                                access.getTargetOwner(), access.getTarget().getName());
                    }
                }));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE, room("cli"))
                .should()
                .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("System.out or System.err is used") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        return access.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err")
                                        .contains(access.getTarget().getName());
                    }
                }));
    }

    @Test
    void namesSayTheRole() {
        check(noClasses().should().haveNameMatching(".*(Manager|Utils?|Helper|Impl|Service)"));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        check(noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource"));
    }

    @Test
    void absenceIsNullableNotOptional() {
        check(noFields().should().haveRawType(Optional.class));
        check(noMethods().should(new ArchCondition<JavaMethod>("take an Optional") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean takesOptional =
                        method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Optional.class));
                events.add(new SimpleConditionEvent(method, takesOptional, method.getFullName()));
            }
        }));
    }

    @Test
    void loggersBelongToOneClass() {
        check(fields().that()
                .haveRawType("org.slf4j.Logger")
                .should()
                .bePrivate()
                .andShould()
                .beFinal());
    }

    private static ArchRule onlyNeighbours(String room, Set<String> neighbours) {
        String[] allowed = Stream.concat(
                        Stream.of(room(room)), neighbours.stream().map(ArchitectureTests::room))
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> otherRooms = resideInAnyPackage(HOUSE + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed)))
                .as("other rooms than " + neighbours);
        return noClasses().that().resideInAPackage(room(room)).should().dependOnClassesThat(otherRooms);
    }

    private static ArchRule onlyIn(Set<String> rooms, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        rooms.stream().map(ArchitectureTests::room).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static boolean readsClock(JavaClass owner, String member) {
        return switch (member) {
            case "now" -> owner.getPackageName().startsWith("java.time");
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "system", "systemUTC", "systemDefaultZone" ->
                owner.getPackageName().equals("java.time");
            default -> member.equals("<init>") && owner.isEquivalentTo(Date.class);
        };
    }

    private static String room(String name) {
        return HOUSE + "." + name + "..";
    }

    /** Rooms of the plan that are not built yet; every other room must be there, or its rules would hold of nothing. */
    private static final Set<String> PLANNED = Set.of("upkeep", "web");

    @Test
    void everyRoomIsThere() {
        assertThat(NEIGHBOURS.keySet().stream().filter(room -> !PLANNED.contains(room)))
                .allSatisfy(room -> assertThat(CLASSES.stream()
                                .anyMatch(type -> type.getPackageName().equals("io.leadscore." + room)))
                        .as(room)
                        .isTrue());
    }

    /** A room that is not built yet keeps every rule. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
