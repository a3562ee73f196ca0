package refocus.eventsourcing.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import refocus.eventsourcing.http.Problem.Violation;

/// A request whose fields break the constraints that stand on them: missing, too long, out of range.
class Invalid {

    @ServerExceptionMapper
    public RestResponse<String> invalid(ConstraintViolationException invalid, RoutingContext request) {
        if (invalid.getConstraintViolations().stream().anyMatch(Invalid::lacksIfMatch)) {
            return Problem.of(request, 428, "if-match-needed").reply();
        }
        Problem problem = Problem.of(request, 400, "invalid-request");
        List<Violation> violations = invalid.getConstraintViolations().stream()
                .map(violation -> told(violation, problem.language()))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
        return problem.with(violations).reply();
    }

    private static Violation told(ConstraintViolation<?> violation, Language language) {
        String message = Wording.ofConstraint(
                violation.getMessageTemplate(),
                violation.getConstraintDescriptor().getAttributes(),
                language);
        return new Violation(field(violation.getPropertyPath()), message);
    }

    /// By convention that parameter is called `seen`.
    private static boolean lacksIfMatch(ConstraintViolation<?> violation) {
        return violation.getInvalidValue() == null
                && named(violation.getPropertyPath()).equals("seen");
    }

    /// The path within the request, without the names of our method and its parameters.
    private static String field(Path path) {
        String within = StreamSupport.stream(path.spliterator(), false)
                .filter(step -> step.getKind() == ElementKind.PROPERTY)
                .map(Object::toString)
                .collect(Collectors.joining("."));
        return within.isEmpty() ? named(path) : within;
    }

    private static String named(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .filter(step -> step.getKind() == ElementKind.PARAMETER)
                .map(Path.Node::getName)
                .findFirst()
                .orElse("body");
    }
}
