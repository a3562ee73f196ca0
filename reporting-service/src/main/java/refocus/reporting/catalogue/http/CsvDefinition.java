package refocus.reporting.catalogue.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import refocus.eventsourcing.http.Language;
import refocus.reporting.catalogue.Words;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.Column.Amount;
import refocus.reporting.figures.Column.Band;
import refocus.reporting.figures.Column.Count;
import refocus.reporting.figures.Column.Minutes;
import refocus.reporting.figures.Column.Plain;
import refocus.reporting.figures.Column.Rate;
import refocus.reporting.figures.Column.Ratio;
import refocus.reporting.figures.Column.Share;
import refocus.reporting.figures.Column.Voices;
import refocus.reporting.figures.Csv;
import refocus.reporting.figures.Report;

/// What a report's CSV holds, in the W3C's vocabulary for CSV on the Web, with all words in both languages.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CsvDefinition(
        @JsonProperty("@context") String context,
        String url,
        @JsonProperty("dc:title") List<Text> title,
        @JsonProperty("dc:description") List<Text> description,
        Map<String, Object> dialect,
        TableSchema tableSchema) {

    static final String MEDIA_TYPE = "application/csvm+json";

    /// A text in one language.
    record Text(
            @JsonProperty("@value") String value,
            @JsonProperty("@language") String language) {}

    record TableSchema(List<CsvColumn> columns, String primaryKey) {}

    /// @param missing what stands for no value: nothing where there is none, a star where it is withheld
    record CsvColumn(
            String name,
            String titles,
            @JsonProperty("dc:description") List<Text> description,
            Map<String, Object> datatype,
            @JsonProperty("null") List<String> missing) {}

    static CsvDefinition of(Report report) {
        return new CsvDefinition(
                "http://www.w3.org/ns/csvw",
                "/v1/reports/" + report.name(),
                texts(words -> words.of(report, "title")),
                texts(words -> words.of(report, "definition")),
                Map.of("encoding", "utf-8", "header", true, "lineTerminators", List.of("\r\n")),
                new TableSchema(columns(report), Csv.KEY));
    }

    private static List<CsvColumn> columns(Report report) {
        Stream<CsvColumn> key = Stream.of(
                column(Csv.KEY, texts(words -> words.word("column.key")), Map.of("base", "string"), List.of()));
        Stream<CsvColumn> figures = report.columns().stream()
                .map(column -> column(
                        column.name(), texts(words -> words.of(report, column)), datatype(column), List.of("", "*")));
        Stream<CsvColumn> suppressed = Stream.of(column(
                Csv.SUPPRESSED, texts(words -> words.word("column.suppressed")), Map.of("base", "boolean"), List.of()));
        return Stream.of(key, figures, suppressed).flatMap(columns -> columns).toList();
    }

    private static CsvColumn column(
            String name, List<Text> description, Map<String, Object> datatype, List<String> missing) {
        return new CsvColumn(name, name, description, datatype, missing);
    }

    private static Map<String, Object> datatype(Column column) {
        return switch (column.measure()) {
            case Count _, Band _, Voices _, Plain _, Minutes _ -> Map.of("base", "integer", "minimum", 0);
            case Share _, Ratio _, Rate _ -> Map.of("base", "decimal", "minimum", 0);
            case Amount _ -> Map.of("base", "decimal");
        };
    }

    private interface Said {
        String in(Words words);
    }

    private static List<Text> texts(Said said) {
        return Stream.of(Language.values())
                .map(language -> new Text(said.in(Words.in(language)), language.tag()))
                .toList();
    }
}
