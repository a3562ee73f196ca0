package refocus.feedback.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.feedback.survey.SurveyEvent.Figure;
import refocus.feedback.survey.SurveyEvent.Group;
import refocus.feedback.survey.SurveyEvent.GroupFigures;
import refocus.feedback.survey.SurveyEvent.SurveyDesigned;
import refocus.feedback.survey.SurveyEvent.SurveyOpened;
import refocus.feedback.survey.SurveyEvent.SurveyResultPublished;

/// What all answers add up to, and what of it may be known.
///
/// A figure of fewer answers than the minimum is suppressed. Where what is left out could be had by taking
/// the published groups from the whole, the smallest published groups are left out too, until that remainder
/// is the minimum.
public final class Tally {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Those who named no group; they count in the whole and in the remainder, and are never shown.
    private static final String UNSAID = "";

    private final SurveyDesigned design;
    private final SurveyOpened opening;
    private final List<Sheet> sheets;

    public Tally(SurveyDesigned design, SurveyOpened opening, List<Sheet> sheets) {
        this.design = design;
        this.opening = opening;
        this.sheets = sheets;
    }

    public SurveyResultPublished result() {
        List<Figure> overall = design.questions().stream()
                .map(question -> figure(question, answers(question, _ -> true)))
                .toList();
        Map<String, Set<String>> hidden =
                design.questions().stream().collect(Collectors.toMap(Question::id, this::hidden));
        List<GroupFigures> groups = opening.groups().stream()
                .map(Group::name)
                .map(group -> new GroupFigures(group, figures(group, hidden)))
                .toList();
        return new SurveyResultPublished(
                opening.audience().size(),
                Optional.of(sheets.size()).filter(count -> count >= opening.minimumGroup()),
                overall,
                groups);
    }

    private List<Figure> figures(String group, Map<String, Set<String>> hidden) {
        return design.questions().stream()
                .map(question -> hidden.getOrDefault(question.id(), Set.of()).contains(group)
                        ? suppressed(question)
                        : figure(
                                question,
                                answers(question, sheet -> named(sheet).equals(group))))
                .toList();
    }

    /// The groups that may not be shown for a question.
    private Set<String> hidden(Question question) {
        Map<String, Integer> sizes = new TreeMap<>();
        opening.groups().forEach(group -> sizes.put(group.name(), 0));
        sheets.stream()
                .filter(sheet -> sheet.answers().containsKey(question.id()))
                .forEach(sheet -> sizes.merge(named(sheet), 1, Integer::sum));
        Set<String> hidden = new HashSet<>();
        int remainder = 0;
        for (String group : bySize(sizes)) {
            boolean small = group.equals(UNSAID) || sizes.getOrDefault(group, 0) < opening.minimumGroup();
            if (small || (remainder > 0 && remainder < opening.minimumGroup())) {
                hidden.add(group);
                remainder += sizes.getOrDefault(group, 0);
            }
        }
        return hidden;
    }

    /// The smallest first, and before them those who named none: they are left out in any case.
    private static List<String> bySize(Map<String, Integer> sizes) {
        Comparator<String> order = Comparator.comparing((String group) -> !group.equals(UNSAID))
                .thenComparing(group -> sizes.getOrDefault(group, 0))
                .thenComparing(Function.identity());
        return sizes.keySet().stream().sorted(order).toList();
    }

    private String named(Sheet sheet) {
        return sheet.group()
                .filter(name ->
                        opening.groups().stream().anyMatch(group -> group.name().equals(name)))
                .orElse(UNSAID);
    }

    private List<Integer> answers(Question question, java.util.function.Predicate<Sheet> of) {
        return sheets.stream()
                .filter(of)
                .flatMap(sheet -> Stream.ofNullable(sheet.answers().get(question.id())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Figure figure(Question question, List<Integer> answers) {
        if (answers.size() < opening.minimumGroup()) {
            return suppressed(question);
        }
        BigDecimal value =
                switch (question.kind()) {
                    case SCALE -> index(answers, question.scale());
                    case RECOMMEND -> net(answers);
                };
        return new Figure(question.id(), Optional.of(answers.size()), Optional.of(value));
    }

    private static Figure suppressed(Question question) {
        return new Figure(question.id(), Optional.empty(), Optional.empty());
    }

    /// 0 where all chose 1, 100 where all chose the highest.
    private static BigDecimal index(List<Integer> answers, int scale) {
        int above = answers.stream().mapToInt(answer -> answer - 1).sum();
        return share(above, answers.size() * (scale - 1));
    }

    /// The share of those who chose 9 or 10, less the share of those who chose 6 or less.
    private static BigDecimal net(List<Integer> answers) {
        long promoters = answers.stream().filter(answer -> answer >= 9).count();
        long detractors = answers.stream().filter(answer -> answer <= 6).count();
        return share(promoters - detractors, answers.size());
    }

    private static BigDecimal share(long part, int whole) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
