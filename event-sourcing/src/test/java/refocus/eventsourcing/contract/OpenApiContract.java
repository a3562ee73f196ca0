package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Holds every response of a test to what the running service's own description promises.
///
/// ```java
/// RestAssured.filters(new OpenApiContract());
/// ```
public final class OpenApiContract implements Filter {

    private final Map<String, ApiPromise> promises = new ConcurrentHashMap<>();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        URI uri = URI.create(request.getURI());
        ApiPromise promise =
                promises.computeIfAbsent(uri.resolve("/").toString(), root -> ApiPromise.of(URI.create(root)));
        String type = Optional.ofNullable(response.contentType()).orElse("");
        assertThat(promise.brokenBy(
                        request.getMethod(), uri.getPath(), response.statusCode(), type, response.asString()))
                .as("%s %s answering %d", request.getMethod(), uri.getPath(), response.statusCode())
                .isEmpty();
        return response;
    }
}
