package refocus.cases.referral.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import refocus.cases.child.http.Registration;

/// A child in a report: one on record by id, or one described, as another system of the council does who sees no ids.
@JsonDeserialize(using = ChildReported.Reading.class)
@Schema(oneOf = {UUID.class, Registration.class})
record ChildReported(Optional<UUID> id, Optional<@Valid Registration> details) {

    static final class Reading extends JsonDeserializer<ChildReported> {

        @Override
        public ChildReported deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.currentToken() == JsonToken.START_OBJECT
                    ? new ChildReported(Optional.empty(), Optional.of(context.readValue(json, Registration.class)))
                    : new ChildReported(Optional.of(context.readValue(json, UUID.class)), Optional.empty());
        }
    }
}
