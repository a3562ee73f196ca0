package refocus.eventsourcing.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import refocus.eventsourcing.codes.CodeSet;
import refocus.eventsourcing.codes.CodeSets;

/// What may be chosen, in the reader's language.
@Path("/v1/code-sets")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class CodeSetResource {

    record CodeShown(String code, String label, LocalDate from, Optional<LocalDate> to) {}

    record CodeSetShown(String name, int version, String title, List<CodeShown> codes) {}

    record Summary(String name, int version, String title) {}

    record Catalogue(List<Summary> items) {}

    private final CodeSets codes;

    CodeSetResource(CodeSets codes) {
        this.codes = codes;
    }

    @GET
    public Catalogue all(@BeanParam Caller caller) {
        Locale language = caller.language().locale();
        return new Catalogue(codes.all().stream()
                .map(set -> new Summary(set.name(), set.version(), set.title().in(language)))
                .toList());
    }

    @GET
    @Path("{name}")
    public CodeSetShown named(@PathParam("name") String name, @BeanParam Caller caller) {
        CodeSet set = codes.named(name);
        Locale language = caller.language().locale();
        return new CodeSetShown(
                set.name(),
                set.version(),
                set.title().in(language),
                set.codes().stream()
                        .map(code -> new CodeShown(code.code(), code.label().in(language), code.from(), code.to()))
                        .toList());
    }
}
