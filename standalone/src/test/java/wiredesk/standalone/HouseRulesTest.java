package wiredesk.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house, a line each. */
final class HouseRulesTest {

    private static final String[] PURE = {
        "wiredesk.ingest.format..",
        "wiredesk.ingest.copy..",
        "wiredesk.ingest.revision..",
        "wiredesk.ingest.similarity..",
        "wiredesk.enrich.text..",
        "wiredesk.enrich.rule..",
        "wiredesk.enrich.tagging..",
        "wiredesk.publish.routing..",
        "wiredesk.publish.release.."
    };
    private static final String GENERATED = "wiredesk.schemas.record..";

    /** Every module's classes, as this build has just compiled them; the command line's too, which is built later. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(Stream.of("schemas", "runtime", "ingest", "enrich", "publish", "standalone", "cli")
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    static Stream<ArchRule> rules() {
        return Stream.of(
                // Floors.
                noClasses()
                        .that()
                        .resideInAPackage("wiredesk.ingest..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "wiredesk.enrich..", "wiredesk.publish..", "wiredesk.standalone..", "wiredesk.cli.."),
                noClasses()
                        .that()
                        .resideInAPackage("wiredesk.enrich..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "wiredesk.ingest..", "wiredesk.publish..", "wiredesk.standalone..", "wiredesk.cli.."),
                noClasses()
                        .that()
                        .resideInAPackage("wiredesk.publish..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "wiredesk.ingest..", "wiredesk.enrich..", "wiredesk.standalone..", "wiredesk.cli.."),
                noClasses()
                        .that()
                        .resideInAPackage("wiredesk.schemas..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("wiredesk..")
                                .and(not(resideInAnyPackage("wiredesk.schemas..", "wiredesk.shaded..")))),
                noClasses()
                        .that()
                        .resideInAPackage("wiredesk.runtime..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("wiredesk..").and(not(resideInAnyPackage("wiredesk.runtime..")))),
                noClasses()
                        .that()
                        .resideInAPackage("wiredesk.standalone..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("wiredesk.cli.."),
                slices().matching("wiredesk.(**)").should().beFreeOfCycles(),

                // Pure packages: values in, values out.
                noClasses()
                        .that()
                        .resideInAnyPackage(PURE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.apache.kafka..",
                                "org.apache.avro..",
                                "io.javalin..",
                                "java.net.http..",
                                "org.slf4j..",
                                "wiredesk.schemas..",
                                "wiredesk.runtime.."),

                // One owner each.
                noClasses()
                        .that(not(simpleNameEndingWith("Topology")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.kafka.streams.kstream.."),
                noClasses()
                        .that()
                        .doNotHaveSimpleName("StreamsRunner")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("org.apache.kafka.streams.KafkaStreams"),
                noClasses()
                        .that(not(resideInAnyPackage("wiredesk.schemas.wire..", GENERATED)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.apache.avro.io..", "org.apache.avro.generic.."),
                noClasses()
                        .that()
                        .haveNameNotMatching(".*\\.SchemaRegistry(\\$.*)?")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.flink.."),

                // Environment, exit, standard output.
                noClasses()
                        .that(not(simpleNameEndingWith("Main")).and(not(resideInAnyPackage("wiredesk.cli.."))))
                        .should()
                        .callMethod(System.class, "getenv")
                        .orShould()
                        .callMethod(System.class, "getenv", String.class)
                        .orShould()
                        .callMethod(System.class, "exit", int.class)
                        .orShould()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err"),

                // The wall clock and chance.
                noClasses()
                        .that()
                        .doNotHaveSimpleName("SystemTime")
                        .and(not(resideInAnyPackage(GENERATED)))
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Random.class),

                // Names and state.
                noClasses()
                        .should()
                        .haveNameMatching(".*\\.(Abstract|Base)[A-Z][^.]*")
                        .orShould()
                        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)"),
                noFields()
                        .that()
                        .areStatic()
                        .and()
                        .areDeclaredInClassesThat(not(resideInAnyPackage(GENERATED)))
                        .should()
                        .notBeFinal(),
                classes()
                        .that()
                        .haveSimpleName("package-info")
                        .and(not(resideInAnyPackage(GENERATED)))
                        .should()
                        .beAnnotatedWith("org.jspecify.annotations.NullMarked"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theWallsStand(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void theRulesLookAtEveryRoom() {
        // A folder that is not there would be passed over without a word.
        for (String room : List.of("schemas", "runtime", "ingest", "enrich", "publish", "standalone")) {
            assertThat(CLASSES.stream().anyMatch(type -> type.getPackageName().startsWith("wiredesk." + room)))
                    .as(room)
                    .isTrue();
        }
    }
}
