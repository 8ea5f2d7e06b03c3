package org.ohmstead;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ohmstead.access.OwnRoute;
import org.ohmstead.access.Permission;
import org.ohmstead.access.PublicRoute;
import org.ohmstead.db.Database;

/** The rules of the house that can be read from the classes: who may know whom, names, sizes of constructors, the clock. */
@AnalyzeClasses(packages = "org.ohmstead", importOptions = HouseRulesTest.OnlyMain.class)
class HouseRulesTest {
    /** By the names of the folders that Maven and plain javac write to. */
    static final class OnlyMain implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes") && !location.contains("-test/");
        }
    }

    private static final String GENERATED = "org.ohmstead.db.schema..";
    private static final int MOST_PARAMETERS = 6;
    private static final String ROOT = "org.ohmstead.";
    /** What of a slice is for itself and the app: its rows, its REST interface, its upkeep and its settings; VerbView is shared by verbs. */
    private static final String INSIDE = "Sql\\w+|(?!VerbView$)\\w+(Resource|Body|View|Upkeep|Settings)";

    /** Packages all of which is for others. */
    private static final Set<String> SHARED = Set.of("api", "notices");

    /** What the verbs of all slices share, how they are shown included. */
    private static final String VERBS_OF_ALL = "org.ohmstead.commands.verbs";

    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    private static final String[] SERVES_ALL = {
        "org.ohmstead.background..",
        "org.ohmstead.db..",
        "org.ohmstead.api..",
        "org.ohmstead.events..",
        "org.ohmstead.jobs..",
        "org.ohmstead.tenants..",
        "org.ohmstead.nodes..",
        "org.ohmstead.access..",
        "org.ohmstead.secrets..",
        "org.ohmstead.encryption..",
        "org.ohmstead.audit..",
        "org.ohmstead.messagelog..",
        "org.ohmstead.notices..",
        "org.ohmstead.live.."
    };

    @ArchTest
    static final ArchRule the_protocol_knows_nobody = noClasses()
            .that()
            .resideInAPackage("org.ohmstead.ocpp..")
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                    "org.ohmstead.ocpp..", "java..", "com.fasterxml.jackson..", "org.jspecify.annotations..")));

    @ArchTest
    static final ArchRule sql_is_written_in_sql_classes_only = noClasses()
            .that()
            .resideOutsideOfPackages("org.ohmstead.db..", "org.ohmstead.events..")
            .and(not(topLevelNameStartsWith("Sql")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jooq..");

    /** Whoever reads says whose rows: there is no way around {@code Database.read} and {@code GroupCommit.write}. */
    @ArchTest
    static final ArchRule connections_to_the_database_stay_in_their_package = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.ohmstead.db..", "org.ohmstead.ocpp..", "org.ohmstead.simulator..", "org.ohmstead.bench..")
            // it writes within the lane itself, where what the driver throws tells of an outage
            .and(not(topLevelNameStartsWith("SqlAuditChain")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .orShould()
            .callMethod(Database.class, "writer");

    @ArchTest
    static final ArchRule handlers_of_1_6_are_known_to_the_app_and_to_each_other = noClasses()
            .that()
            .resideOutsideOfPackages("org.ohmstead.app..", "..ocpp16..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ohmstead..ocpp16..");

    @ArchTest
    static final ArchRule handlers_of_2_x_are_known_to_the_app_and_to_each_other = noClasses()
            .that()
            .resideOutsideOfPackages("org.ohmstead.app..", "..ocpp2..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ohmstead..ocpp2..");

    /** The OCPP handlers of a slice are held by the two rules above. */
    @ArchTest
    static final ArchRule a_slice_uses_of_another_slice_its_service_and_its_events =
            noClasses().that(areInASlice()).should(dependOnTheInsideOfAnotherSlice());

    @ArchTest
    static final ArchRule slices_are_free_of_cycles = SlicesRuleDefinition.slices()
            .matching("org.ohmstead.(*)..")
            .should()
            .beFreeOfCycles()
            // NotifyEvent is one message about both: connectors' states and what monitors notice.
            .ignoreDependency(
                    named("org.ohmstead.stations.ocpp2.NotifyEvent2"), inPackage("org.ohmstead.monitoring.."));

    @ArchTest
    static final ArchRule what_serves_all_slices_knows_none_of_them = noClasses()
            .that()
            .resideInAnyPackage(SERVES_ALL)
            .should()
            .dependOnClassesThat(are(
                    "of a slice that others serve",
                    type -> isOfASlice(type) && !resideInAnyPackage(SERVES_ALL).test(type)));

    @ArchTest
    static final ArchRule no_slice_sees_the_app = noClasses()
            .that()
            .resideOutsideOfPackages("org.ohmstead.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ohmstead.app..");

    @ArchTest
    static final ArchRule the_socket_knows_the_wire_and_not_the_messages = noClasses()
            .that()
            .resideInAPackage("org.ohmstead.app.socket..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ohmstead.ocpp.v16..", "org.ohmstead.ocpp.v2..", "org.jooq..", "org.ohmstead.db..");

    @ArchTest
    static final ArchRule quarkus_stays_in_the_app_and_in_resources = noClasses()
            .that()
            .resideOutsideOfPackages("org.ohmstead.app..", "org.ohmstead.simulator..")
            .and(not(topLevelNameEndsWith("Resource")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.vertx..");

    /** Else the door has nothing to ask for, and answers 500. */
    @ArchTest
    static final ArchRule a_method_of_the_api_says_which_permission_it_needs = methods()
            .that(are(
                    "called by a request", (JavaMethod method) -> VERBS.stream().anyMatch(method::isAnnotatedWith)))
            .and()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith(PublicRoute.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith(OwnRoute.class)
            .should()
            .beAnnotatedWith(Permission.class);

    @ArchTest
    static final ArchRule names_say_what_a_class_is = classes()
            .that()
            .resideOutsideOfPackage(GENERATED)
            .should()
            .haveNameNotMatching(".*\\.(Base[A-Z]\\w*|Abstract\\w*|\\w+(Util|Utils|Helper|Manager|Impl|Dto))");

    @ArchTest
    static final ArchRule the_clock_is_passed_in = noClasses()
            .that()
            .resideOutsideOfPackages("org.ohmstead.app..", "org.ohmstead.ocpp..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule a_constructor_has_6_parameters_at_most =
            classes().that(areOurs()).should(haveSmallConstructors());

    private static DescribedPredicate<JavaClass> areInASlice() {
        return are("in a slice", HouseRulesTest::isOfASlice);
    }

    /** Of the server, and not of the app, which knows all. */
    private static boolean isOfASlice(JavaClass type) {
        return !slice(type).isEmpty()
                && !resideInAnyPackage(
                                "org.ohmstead.app..",
                                "org.ohmstead.ocpp..",
                                "org.ohmstead.simulator..",
                                "org.ohmstead.bench..")
                        .test(type);
    }

    private static ArchCondition<JavaClass> dependOnTheInsideOfAnotherSlice() {
        return new ArchCondition<>("depend on the inside of another slice: its " + INSIDE) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency each : type.getDirectDependenciesFromSelf()) {
                    JavaClass other = each.getTargetClass();
                    boolean inside = isOfASlice(other)
                            && !slice(other).equals(slice(type))
                            && !SHARED.contains(slice(other))
                            && !other.getPackageName().equals(VERBS_OF_ALL)
                            && topLevelName(other).matches(INSIDE);
                    events.add(new SimpleConditionEvent(type, inside, each.getDescription()));
                }
            }
        };
    }

    /** The package below ours; empty: not one of ours, or the schema. */
    private static String slice(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) && !resideInAPackage(GENERATED).test(type)
                ? name.substring(ROOT.length()).split("\\.")[0]
                : "";
    }

    private static <T> DescribedPredicate<T> are(String what, Predicate<T> predicate) {
        return DescribedPredicate.describe("are " + what, predicate);
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return are(name, type -> type.getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> inPackage(String identifier) {
        return resideInAPackage(identifier);
    }

    private static DescribedPredicate<JavaClass> areOurs() {
        return DescribedPredicate.describe(
                "are ours and no records of data",
                type -> !resideInAPackage(GENERATED).test(type)
                        && !resideInAnyPackage("org.ohmstead.ocpp.v16..", "org.ohmstead.ocpp.v2..")
                                .test(type)
                        && !type.isRecord()
                        && !type.isEnum()
                        && !type.isAnonymousClass());
    }

    private static ArchCondition<JavaClass> haveSmallConstructors() {
        return new ArchCondition<>("have constructors of at most 6 parameters") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaConstructor constructor : type.getConstructors()) {
                    int parameters = constructor.getRawParameterTypes().size();
                    if (parameters > MOST_PARAMETERS) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " has a constructor of " + parameters + " parameters"));
                    }
                }
            }
        };
    }

    private static DescribedPredicate<JavaClass> topLevelNameStartsWith(String start) {
        return DescribedPredicate.describe(
                "are called " + start + "...", type -> topLevelName(type).startsWith(start));
    }

    private static DescribedPredicate<JavaClass> topLevelNameEndsWith(String end) {
        return DescribedPredicate.describe(
                "are called ..." + end, type -> topLevelName(type).endsWith(end));
    }

    private static String topLevelName(JavaClass type) {
        String[] parts = type.getName().split("[.$]");
        return Arrays.stream(parts)
                .filter(part -> !part.isEmpty() && Character.isUpperCase(part.charAt(0)))
                .findFirst()
                .orElse("");
    }
}
