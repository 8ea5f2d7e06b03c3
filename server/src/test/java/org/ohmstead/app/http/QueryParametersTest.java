package org.ohmstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ohmstead.api.Refused;

class QueryParametersTest {
    record Filter(
            @QueryParam("station") @Nullable String station,
            @QueryParam("to") @Nullable String until) {}

    interface Operations {
        void list(@BeanParam Filter filter, @QueryParam("limit") String limit, String body);

        void show(String body);
    }

    private static Set<String> known(String operation) {
        return Arrays.stream(Operations.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(operation))
                .map(QueryParameters::of)
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Map<String, List<String>> given, String operation, String field, String... detail) {
        assertThatThrownBy(() -> QueryParameters.check(given, known(operation)))
                .isInstanceOfSatisfying(Refused.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
                    assertThat(problem.field()).isEqualTo(field);
                    assertThat(problem.detail()).contains(detail);
                });
    }

    @Test
    void a_parameter_that_the_operation_does_not_know_is_refused_with_those_it_knows() {
        assertThat(known("list")).containsExactly("limit", "station", "to");
        QueryParameters.check(Map.of("limit", List.of("5"), "to", List.of("")), known("list"));
        refused(Map.of("statoin", List.of("CP-7")), "list", "statoin", "statoin", "limit, station, to");
        refused(Map.of("Limit", List.of("5")), "list", "Limit", "limit, station, to");
        refused(Map.of("limit", List.of("5")), "show", "limit", "none is allowed");
    }

    @Test
    void a_text_with_the_character_0_is_none() {
        refused(Map.of("station", List.of("CP\0")), "list", "station", "character 0");
    }

    @Test
    void a_parameter_that_stands_twice_is_refused() {
        refused(Map.of("station", List.of("CP-7", "CP-8")), "list", "station", "2 times");
    }

    /** What the framework converts it refuses with 404 and no word; see QueryWords. */
    @Test
    void every_query_parameter_of_the_api_is_taken_as_text() {
        List<AnnotatedElement> parameters = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.ohmstead").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .map(Method::getParameters)
                        .flatMap(Arrays::stream)
                        .flatMap(QueryParametersTest::parameters)
                        .filter(element -> element.isAnnotationPresent(QueryParam.class))
                        .toList();
        assertThat(parameters).hasSizeGreaterThan(50);
        assertThat(parameters.stream().filter(element -> type(element) != String.class))
                .isEmpty();
    }

    private static Stream<AnnotatedElement> parameters(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                : Stream.of(parameter);
    }

    private static Class<?> type(AnnotatedElement element) {
        return element instanceof Field field ? field.getType() : ((Parameter) element).getType();
    }
}
