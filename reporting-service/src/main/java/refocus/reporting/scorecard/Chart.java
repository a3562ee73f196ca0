package refocus.reporting.scorecard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import refocus.reporting.milestones.Milestone;
import refocus.reporting.period.Period;

/// A line chart, worked out: where each mark goes, in the units of its own drawing. The template only draws it.
///
/// The scale begins at zero, so that no change looks larger than it is. A part without a figure leaves a gap; one that
/// is not finished is drawn apart. Days are evenly spaced, so that a milestone stands where it happened.
///
/// @param lines the finished parts, each unbroken run as one path
/// @param pending the way to parts that are not finished
/// @param bottom where zero is
public record Chart(
        int width,
        int height,
        double left,
        double right,
        double top,
        double bottom,
        List<Tick> ticks,
        List<Label> labels,
        List<String> lines,
        List<String> pending,
        List<Dot> dots,
        List<Rule> rules) {

    /// A line across, at a round number.
    public record Tick(double y, String text) {}

    /// The name of a part, below it.
    public record Label(double x, String text) {}

    /// The figure of one part. Its text stands beside it where there is room.
    public record Dot(double x, double y, String title, Optional<String> text, boolean finished) {}

    /// A milestone: a line down, its number in the list of milestones, and in a wide chart its name.
    ///
    /// @param y where its number stands
    /// @param anchor the side of its name the line is on
    public record Rule(double x, double y, int number, Optional<String> name, double nameX, String anchor) {}

    /// What is to be drawn of one part.
    public record Part(
            LocalDate from,
            LocalDate to,
            Optional<Double> value,
            boolean finished,
            String label,
            String text,
            String title) {}

    /// How a chart is drawn: at its own size, not shrunk, so that its words stay legible.
    public enum Size {
        WIDE(760, 300, 12),
        NARROW(340, 260, 12);

        private final int width;
        private final int height;
        private final int edge;

        Size(int width, int height, int edge) {
            this.width = width;
            this.height = height;
            this.edge = edge;
        }
    }

    private static final int AXIS = 44;
    private static final int BELOW = 30;
    private static final int ROOM_FOR_TEXT = 18;
    private static final int ROW = 22;
    private static final double LETTER = 6.6;

    /// Works a chart out.
    ///
    /// @param unit what follows a number on the axis, as in `%`
    public static Chart of(Size size, Period period, List<Part> parts, List<NamedMilestone> milestones, String unit) {
        return new Drawing(size, period, parts, milestones, unit).chart();
    }

    /// A milestone with its name in the reader's language.
    public record NamedMilestone(Milestone milestone, String name) {}

    private record Drawing(Size size, Period period, List<Part> parts, List<NamedMilestone> milestones, String unit) {

        Chart chart() {
            return new Chart(
                    size.width,
                    height(),
                    AXIS,
                    right(),
                    top(),
                    bottom(),
                    ticks(),
                    labels(),
                    lines(),
                    pending(),
                    dots(),
                    rules());
        }

        private List<Tick> ticks() {
            Scale scale = scale();
            return IntStream.rangeClosed(0, scale.steps())
                    .mapToObj(step -> scale.step() * step)
                    .map(value -> new Tick(y(value), plain(value) + unit))
                    .toList();
        }

        /// As many as fit, the last part always among them.
        private List<Label> labels() {
            int longest =
                    parts.stream().mapToInt(part -> part.label().length()).max().orElse(1);
            int every = (int) Math.max(1, Math.ceil((longest * LETTER + 8) / band()));
            return IntStream.range(0, parts.size())
                    .filter(i -> (parts.size() - 1 - i) % every == 0)
                    .mapToObj(i -> new Label(
                            inside(x(parts.get(i)), parts.get(i).label().length()),
                            parts.get(i).label()))
                    .toList();
        }

        private List<String> lines() {
            var lines = new ArrayList<String>();
            var run = new ArrayList<Part>();
            for (Part part : parts) {
                if (part.finished() && part.value().isPresent()) {
                    run.add(part);
                } else {
                    lines.add(path(run));
                    run.clear();
                }
            }
            lines.add(path(run));
            return lines.stream().filter(line -> !line.isEmpty()).toList();
        }

        private List<String> pending() {
            return IntStream.range(1, parts.size())
                    .filter(i -> !parts.get(i).finished())
                    .mapToObj(i -> List.of(parts.get(i - 1), parts.get(i)))
                    .filter(pair -> pair.stream().allMatch(part -> part.value().isPresent()))
                    .map(this::path)
                    .toList();
        }

        private List<Dot> dots() {
            boolean roomForAll = band() >= 30;
            return parts.stream()
                    .flatMap(part -> part.value().stream()
                            .map(value -> new Dot(
                                    x(part),
                                    y(value),
                                    part.title(),
                                    Optional.of(part.text()).filter(_ -> roomForAll || isAnEnd(part)),
                                    part.finished())))
                    .toList();
        }

        private List<Rule> rules() {
            return IntStream.range(0, milestones.size())
                    .mapToObj(i -> rule(i, milestones.get(i)))
                    .toList();
        }

        private Rule rule(int place, NamedMilestone named) {
            double x = x(named.milestone().reachedOn());
            boolean onTheLeft = x < (AXIS + right()) / 2;
            return new Rule(
                    x,
                    11 + (double) place * ROW,
                    place + 1,
                    Optional.of(named.name()).filter(_ -> size == Size.WIDE),
                    onTheLeft ? x + 14 : x - 14,
                    onTheLeft ? "start" : "end");
        }

        private boolean isAnEnd(Part part) {
            List<Part> shown =
                    parts.stream().filter(any -> any.value().isPresent()).toList();
            return part.equals(shown.getFirst()) || part.equals(shown.getLast());
        }

        private String path(List<Part> run) {
            var path = new StringBuilder();
            for (Part part : run) {
                path.append(path.isEmpty() ? "M" : "L")
                        .append(x(part))
                        .append(' ')
                        .append(y(part.value().orElseThrow()));
            }
            return path.toString();
        }

        private double x(Part part) {
            return tenth((x(part.from()) + x(part.to())) / 2);
        }

        private double x(LocalDate day) {
            double days = ChronoUnit.DAYS.between(period.from(), period.to());
            double passed = ChronoUnit.DAYS.between(period.from(), day);
            return tenth(AXIS + (right() - AXIS) * passed / days);
        }

        private double y(double value) {
            return tenth(bottom() - (bottom() - top()) * value / scale().highest());
        }

        /// Moved inwards so far that the words are not cut off.
        private double inside(double x, int letters) {
            return tenth(Math.min(x, size.width - letters * LETTER / 2));
        }

        private double band() {
            return (right() - AXIS) / parts.size();
        }

        private double right() {
            return size.width - (double) size.edge;
        }

        private double top() {
            return ROOM_FOR_TEXT + (double) milestones.size() * ROW;
        }

        private double bottom() {
            return height() - (double) BELOW;
        }

        /// Each milestone has a row of its own above the figures, so that their names never meet.
        private int height() {
            return size.height + milestones.size() * ROW;
        }

        private Scale scale() {
            return Scale.upTo(parts.stream()
                    .flatMap(part -> part.value().stream())
                    .mapToDouble(value -> value)
                    .max()
                    .orElse(1));
        }
    }

    /// Round numbers from zero to above the highest figure.
    record Scale(double step, int steps) {

        private static final int MOST = 5;

        static Scale upTo(double highest) {
            // No finer than by ones.
            double power = Math.pow(10, Math.floor(Math.log10(Math.max(highest, MOST) / MOST)));
            double step = Stream.of(1.0, 2.0, 2.5, 5.0, 10.0)
                    .map(round -> round * power)
                    .filter(round -> round * MOST >= highest)
                    .findFirst()
                    .orElseThrow();
            return new Scale(step, (int) Math.max(1, Math.ceil(highest / step - 1e-9)));
        }

        double highest() {
            return step * steps;
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(tenth(value));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
