package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.core.StandardReflectionParameterNameDiscoverer;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * A parameter that a path does not know is an error: silence would hide a typing mistake in a filter. So is one that
 * stands twice, since only one of its values would be used.
 */
final class UnknownParameterCheck implements HandlerInterceptor {

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Set<String> names = known.computeIfAbsent(method, UnknownParameterCheck::namesOf);
        request.getParameterMap().forEach((name, values) -> {
            if (!names.contains(name) && !name.equals(ClientLanguage.PARAMETER)) {
                throw UserProblem.of(Kind.INVALID, "parameter-unknown", name, String.join(", ", names))
                        .at(name, values[0]);
            }
            if (values.length > 1) {
                throw UserProblem.of(Kind.INVALID, "parameter-repeated", name).at(name, String.join(", ", values));
            }
        });
        return true;
    }

    private static Set<String> namesOf(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        StandardReflectionParameterNameDiscoverer discoverer = new StandardReflectionParameterNameDiscoverer();
        Arrays.stream(method.getMethodParameters()).forEach(parameter -> {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                names.add(annotation.name().isEmpty() ? name(parameter, discoverer) : annotation.name());
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                names.addAll(namesIn(parameter.getParameterType()));
            }
        });
        return names;
    }

    /** Parameters that are bound together: the components of a record. */
    private static List<String> namesIn(Class<?> bound) {
        if (!bound.isRecord()) {
            throw new IllegalStateException(bound + " is no record: which parameters it takes cannot be told");
        }
        return Arrays.stream(bound.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static String name(MethodParameter parameter, StandardReflectionParameterNameDiscoverer discoverer) {
        parameter.initParameterNameDiscovery(discoverer);
        return String.valueOf(parameter.getParameterName());
    }
}
