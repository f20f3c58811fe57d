package dev.standfirst.shared.http;

import dev.standfirst.shared.json.Nearest;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Validator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a query that the matched method does not take, with all of its faults at once.
 *
 * <p>What a method takes is declared in the records of its {@link BeanParam}s, in components with {@link RestQuery} and Bean Validation
 * constraints; a method without such a record takes no query parameter at all. An unknown parameter, one given twice, and a value that
 * cannot be read or breaks a constraint are each a fault; nothing is ever ignored. Malformed escapes were refused by {@link EarlyErrors}.
 */
public final class QueryParameters {
    private final Validator validator;
    private final Map<Method, Map<String, Declared>> declarations = new ConcurrentHashMap<>();

    QueryParameters(Validator validator) {
        this.validator = validator;
    }

    @ServerRequestFilter(priority = FilterOrder.QUERY_PARAMETERS)
    void check(ResourceInfo resource, HttpServerRequest request) {
        Map<String, Declared> declared =
                declarations.computeIfAbsent(resource.getResourceMethod(), QueryParameters::declared);
        List<Fault> faults = faults(request.query(), declared);
        if (!faults.isEmpty()) {
            throw ProblemException.of(faults, RequestProblem.UNREADABLE_REQUEST);
        }
    }

    private List<Fault> faults(@Nullable String query, Map<String, Declared> declared) {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (QueryParameter given : QueryParameter.split(query)) {
            check(given.name(), given.value(), declared, seen).ifPresent(faults::add);
        }
        declared.forEach((name, parameter) -> {
            if (!seen.contains(name) && !parameter.hasDefault()) {
                broken(parameter, null).ifPresent(detail -> faults.add(invalid(name, detail)));
            }
        });
        return faults;
    }

    private Optional<Fault> check(String name, String value, Map<String, Declared> declared, Set<String> seen) {
        Declared parameter = declared.get(name);
        if (parameter == null) {
            return Optional.of(RequestProblem.UNKNOWN_PARAMETER.inParameter(
                    name, "is not known here" + Nearest.hint(name, declared.keySet())));
        }
        if (!seen.add(name)) {
            return Optional.of(invalid(name, "is given more than once"));
        }
        try {
            return broken(parameter, ParameterText.read(value, parameter.type()))
                    .map(detail -> invalid(name, detail));
        } catch (IllegalArgumentException e) {
            return Optional.of(invalid(name, String.valueOf(e.getMessage())));
        }
    }

    /** Says which of the component's constraints the value breaks. */
    private Optional<String> broken(Declared parameter, @Nullable Object value) {
        return validator.validateValue(parameter.record(), parameter.component(), value).stream()
                .map(violation -> violation.getMessage())
                .sorted()
                .reduce((one, other) -> one + "; " + other);
    }

    private static Fault invalid(String name, String detail) {
        return RequestProblem.INVALID_PARAMETER.inParameter(name, detail);
    }

    private static Map<String, Declared> declared(Method method) {
        Map<String, Declared> declared = new LinkedHashMap<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                // A record's component hands its annotations to the field behind it.
                for (Field field : parameter.getType().getDeclaredFields()) {
                    RestQuery query = field.getAnnotation(RestQuery.class);
                    if (query != null) {
                        declared.put(
                                query.value().isEmpty() ? field.getName() : query.value(),
                                new Declared(
                                        parameter.getType(),
                                        field.getName(),
                                        field.getType(),
                                        field.isAnnotationPresent(DefaultValue.class)));
                    }
                }
            }
        }
        return declared;
    }

    private record Declared(Class<?> record, String component, Class<?> type, boolean hasDefault) {}
}
