package refocus.cases.child;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.child.ChildEvent.ChildDetailsCorrected;
import refocus.cases.child.ChildEvent.ChildDied;
import refocus.cases.child.ChildEvent.ChildRecordCreated;
import refocus.cases.child.ChildEvent.Language;
import refocus.cases.child.ChildEvent.Precision;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.personal.Sealed;

/// A child's details as they stand after every correction.
///
/// @param personal the sealed details by field, each still under the event that brought it
/// @param codes the details in clear by field
public record Details(
        Map<String, Sealed> personal,
        Map<String, String> codes,
        Precision precision,
        boolean unborn,
        Optional<Integer> birthYear,
        Optional<Language> language,
        List<String> otherLanguages,
        List<UUID> confirmedNotDuplicate) {

    static final Set<String> IN_CLEAR = Set.of("sex", "area");

    static Details of(ChildRecordCreated created) {
        Map<String, Sealed> personal = new HashMap<>();
        created.givenName().ifPresent(name -> personal.put("givenName", name));
        personal.put("familyName", created.familyName());
        created.dateOfBirth().ifPresent(date -> personal.put("dateOfBirth", date));
        created.expectedDate().ifPresent(date -> personal.put("expectedDate", date));
        created.ethnicity().ifPresent(code -> personal.put("ethnicity", code));
        created.nhsNumber().ifPresent(number -> personal.put("nhsNumber", number));
        created.upn().ifPresent(number -> personal.put("upn", number));
        created.communicationNeeds().ifPresent(needs -> personal.put("communicationNeeds", needs));
        created.disability().ifPresent(code -> personal.put("disability", code));
        created.address().ifPresent(address -> personal.put("address", address));
        Map<String, String> codes = new HashMap<>();
        created.sex().ifPresent(code -> codes.put("sex", code));
        created.area().ifPresent(code -> codes.put("area", code));
        return new Details(
                Map.copyOf(personal),
                Map.copyOf(codes),
                created.precision(),
                created.unborn(),
                created.birthYear(),
                created.language(),
                created.otherLanguages(),
                created.confirmedNotDuplicate());
    }

    Details corrected(ChildDetailsCorrected event) {
        Map<String, Sealed> nowPersonal = new HashMap<>(personal);
        event.to().ifPresent(to -> nowPersonal.put(event.field(), to));
        Map<String, String> nowCodes = new HashMap<>(codes);
        event.code().ifPresent(code -> nowCodes.put(event.field(), code));
        return new Details(
                Map.copyOf(nowPersonal),
                Map.copyOf(nowCodes),
                event.birthYear().isPresent() ? Precision.DAY : precision,
                unborn,
                event.birthYear().or(() -> birthYear),
                language,
                otherLanguages,
                confirmedNotDuplicate);
    }

    Details died(ChildDied event) {
        Map<String, Sealed> nowPersonal = new HashMap<>(personal);
        nowPersonal.put("diedOn", event.diedOn());
        return new Details(
                Map.copyOf(nowPersonal),
                codes,
                precision,
                unborn,
                birthYear,
                language,
                otherLanguages,
                confirmedNotDuplicate);
    }

    boolean hasDied() {
        return personal.containsKey("diedOn");
    }

    public Optional<Sealed> sealed(String field) {
        return Optional.ofNullable(personal.get(field));
    }

    public Optional<String> code(String field) {
        return Optional.ofNullable(codes.get(field));
    }

    boolean hasCode(String field, String code) {
        return code.equals(codes.get(field));
    }

    /// What a detail may be corrected to, in the form it is kept in.
    static String checked(String field, String to) {
        return switch (field) {
            case "nhsNumber" -> NhsNumber.fromString(to).digits();
            case "upn" -> Upn.fromString(to).text();
            case "dateOfBirth", "expectedDate", "diedOn" -> date(to).toString();
            case "givenName", "familyName", "ethnicity", "communicationNeeds", "disability", "address" -> to;
            case "sex", "area" -> to;
            default -> throw new Impossible("field", "no-such-detail");
        };
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Impossible("to", "not-a-date");
        }
    }
}
