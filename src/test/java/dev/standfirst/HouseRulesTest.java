package dev.standfirst;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.standfirst.shared.idempotency.Idempotent;
import dev.standfirst.shared.idempotency.SafeToRepeat;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Keeps the rules of the house that a compiler cannot: which room may use which, and what no room does. */
class HouseRulesTest {

    private static final String HOUSE = "dev.standfirst";

    /** The rooms in their order: each uses only rooms above it. */
    private static final List<String> ROOMS = List.of(
            "shared",
            "database",
            "access",
            "change",
            "key",
            "body",
            "redirect",
            "author",
            "tag",
            "revision",
            "article",
            "collection",
            "comment",
            "delivery",
            "schedule");

    /** The leaves use any room, and nobody uses them, but for the demonstration magazine, which may show everything. */
    private static final List<String> LEAVES = List.of("cache", "transfer", "webhook", "demo");

    private static final JavaClasses MAIN = house(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
    private static final JavaClasses TESTS = house(ImportOption.Predefined.ONLY_INCLUDE_TESTS);

    @Test
    void a_room_uses_only_rooms_above_it() {
        hold(MAIN, classes().should(useOnlyRoomsAbove()));
    }

    @Test
    void every_room_is_in_the_list() {
        assertThat(MAIN.stream().map(HouseRulesTest::room).distinct())
                .filteredOn(room -> !room.isEmpty() && !ROOMS.contains(room) && !LEAVES.contains(room))
                .as("new rooms: add each to ROOMS in HouseRulesTest, below every room it uses, or to LEAVES")
                .isEmpty();
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(MAIN.stream().map(JavaClass::getPackage).distinct())
                .filteredOn(named -> !named.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .as("packages without a package-info.java that says @NullMarked")
                .isEmpty();
    }

    @Test
    void body_is_pure() {
        hold(
                MAIN,
                noClasses()
                        .that(liveIn("body"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta.enterprise..",
                                "jakarta.inject..",
                                "jakarta.persistence..",
                                "java.sql..",
                                "javax.sql..",
                                "org.hibernate..",
                                "io.quarkus.."));
    }

    @Test
    void delivery_knows_no_entity() {
        hold(MAIN, noClasses().that(liveIn("delivery")).should().dependOnClassesThat(annotatedWith(Entity.class)));
    }

    @Test
    void entities_hold_no_lists_of_which_hibernate_looks_for_each_element_among_all() {
        hold(
                MAIN,
                noFields()
                        .that()
                        .areDeclaredInClassesThat(annotatedWith(Entity.class))
                        .should()
                        .haveRawType(assignableTo(Collection.class)));
    }

    @Test
    void entities_and_repositories_stay_in_their_package() {
        hold(
                MAIN,
                classes()
                        .that(annotatedWith(Entity.class)
                                .<JavaClass>forSubtype()
                                .or(assignableTo(PanacheRepositoryBase.class)))
                        .should()
                        .notBePublic());
    }

    @Test
    void only_services_are_transactional() {
        DescribedPredicate<JavaClass> others =
                describe("are no services", type -> !type.getSimpleName().endsWith("Service"));
        hold(MAIN, noClasses().that(others).should().beAnnotatedWith(Transactional.class));
        hold(MAIN, noMethods().that().areDeclaredInClassesThat(others).should().beAnnotatedWith(Transactional.class));
    }

    @Test
    void resources_return_records_and_no_response() {
        hold(
                MAIN,
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .haveSimpleNameEndingWith("Resource")
                        .should()
                        .haveRawReturnType(assignableTo(Response.class)));
    }

    @Test
    void every_post_can_be_sent_again() {
        hold(
                MAIN,
                methods()
                        .that()
                        .areAnnotatedWith(POST.class)
                        .should()
                        .beAnnotatedWith(Idempotent.class)
                        .orShould()
                        .beAnnotatedWith(SafeToRepeat.class));
    }

    @Test
    void injection_goes_through_constructors() {
        hold(MAIN, noFields().should().beAnnotatedWith(Inject.class));
    }

    @Test
    void the_time_comes_from_the_clock() {
        hold(MAIN, noClasses().should(reach("the time without a Clock", HouseRulesTest::readsTheSystemTime)));
    }

    @Test
    void one_class_at_most_makes_the_clock() {
        assertThat(MAIN.stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(access -> access.getTarget() instanceof CodeUnitAccessTarget called
                                && called.getOwner().isEquivalentTo(Clock.class)
                                && called.getName().matches("system.*|tick(Millis|Seconds|Minutes)"))
                        .map(JavaAccess::getOriginOwner)
                        .distinct())
                .as("classes that make a system clock")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void nobody_prints() {
        hold(MAIN, NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
    }

    /** But for the room that watches processes of the operating system, which tell nobody when they end. */
    @Test
    void nobody_sleeps() {
        ArchRule awake = noClasses()
                .that()
                .resideOutsideOfPackage("dev.standfirst.database")
                .should(reach(
                        "a sleep",
                        called ->
                                isStatic(called, Thread.class, "sleep") || isStatic(called, TimeUnit.class, "sleep")));
        hold(MAIN, awake);
        hold(TESTS, awake);
    }

    @Test
    void no_test_is_skipped() {
        hold(
                TESTS,
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("org\\.junit\\.jupiter\\.api\\.(Disabled|Assumptions|condition\\..*)"
                                + "|org\\.assertj\\.core\\.api\\..*Assumptions"
                                + "|org\\.opentest4j\\.TestAbortedException"
                                + "|io\\.quarkus\\.test\\.junit\\.Disabled.*"));
    }

    @Test
    void names_are_the_words_of_the_field() {
        ArchRule words = classes()
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils|Base|DAO|Dao)([A-Z0-9$].*)?");
        hold(MAIN, words);
        hold(TESTS, words);
    }

    @Test
    void interfaces_have_no_prefix() {
        hold(MAIN, classes().that().areInterfaces().should().haveNameNotMatching(".*[.$]I[A-Z][a-z].*"));
    }

    /** Checks a rule, which may find nothing to look at: not every room has every kind of furniture. */
    private static void hold(JavaClasses part, ArchRule rule) {
        rule.allowEmptyShould(true).check(part);
    }

    private static JavaClasses house(ImportOption part) {
        return new ClassFileImporter().withImportOption(part).importPackages(HOUSE);
    }

    /** Names the room a class lives in: the first word below the house, nothing for the hall. */
    private static String room(JavaClass type) {
        String below = type.getPackageName().substring(HOUSE.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }

    private static DescribedPredicate<JavaClass> liveIn(String room) {
        return describe("live in " + room, type -> isOurs(type) && room(type).equals(room));
    }

    private static boolean isOurs(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(HOUSE + ".");
    }

    private static boolean mayUse(String room, String other) {
        if (room.equals(other) || room.isEmpty() || room.equals("demo")) {
            return true;
        }
        int height = ROOMS.indexOf(other);
        return height >= 0 && (LEAVES.contains(room) || height < ROOMS.indexOf(room));
    }

    private static ArchCondition<JavaClass> useOnlyRoomsAbove() {
        return new ArchCondition<>("use only rooms above their own: " + ROOMS) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> isOurs(use.getTargetClass()))
                        .filter(use -> !mayUse(room(type), room(use.getTargetClass())))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> reach(String what, Predicate<CodeUnitAccessTarget> forbidden) {
        return accessTargetWhere(target(describe(
                        what,
                        (AccessTarget found) ->
                                found instanceof CodeUnitAccessTarget called && forbidden.test(called))))
                .as("reach " + what);
    }

    private static boolean readsTheSystemTime(CodeUnitAccessTarget called) {
        return isNowWithoutClock(called)
                || isStatic(called, System.class, "currentTimeMillis")
                || isStatic(called, Calendar.class, "getInstance")
                || called.getFullName().equals(Date.class.getName() + ".<init>()");
    }

    private static boolean isNowWithoutClock(CodeUnitAccessTarget called) {
        return called.getOwner().getPackageName().equals("java.time")
                && called.getName().equals("now")
                && called.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isStatic(CodeUnitAccessTarget called, Class<?> owner, String name) {
        return called.getOwner().isEquivalentTo(owner) && called.getName().equals(name);
    }
}
