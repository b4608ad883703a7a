package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the letters of a file were read, and how else they could be.
 *
 * @param reading the one in use
 * @param overruled whether a person chose it
 * @param doubtful whether another reading makes as much sense, or none makes enough
 * @param declared what the file says; null where it says nothing
 * @param lying whether the letters contradict what the file says
 * @param options every reading that the bytes allow, best first
 */
record TextGuess(
        TextReading reading,
        boolean overruled,
        boolean doubtful,
        @Nullable String declared,
        boolean lying,
        List<Option> options) {

    private static final double GOOD = 0.9;
    private static final int SAMPLES = 4;

    /** More say no more; that the bytes can be read so at all is asked of every cell. */
    private static final int MOST_WORDS = 4_000;

    /**
     * @param words with letters beyond ASCII
     * @param possible those of them that can be Vietnamese
     * @param sample texts as they read so
     */
    record Option(TextReading reading, int words, int possible, List<String> sample) {

        double share() {
            return words == 0 ? 1 : (double) possible / words;
        }
    }

    static TextGuess of(RawLayer layer, @Nullable TextReading chosen) {
        List<Option> options = new ArrayList<>();
        Stream.of(TextReading.values())
                .parallel()
                .filter(reading -> !layer.unicode() || reading.inUnicode())
                .map(reading -> Optional.ofNullable(option(layer, reading)))
                .toList()
                .forEach(option -> option.ifPresent(options::add));
        // The order of the readings decides among equals: what is all ASCII is UTF-8.
        options.sort(Comparator.comparingDouble(Option::share).reversed());
        Optional<TextReading> declared =
                Optional.ofNullable(layer.declaredEncoding()).flatMap(TextReading::declared);
        Option best = options.isEmpty() ? new Option(TextReading.WINDOWS_1258, 0, 0, List.of()) : options.get(0);
        Option said = declared.flatMap(named -> options.stream()
                        .filter(option -> option.reading() == named)
                        .findFirst())
                .orElse(null);
        boolean lying = declared.isPresent() && (said == null || said.share() < best.share() - 0.1);
        Option taken = said != null && !lying ? said : best;
        if (chosen != null) {
            return new TextGuess(chosen, true, false, layer.declaredEncoding(), lying, options);
        }
        boolean rival = options.stream()
                .anyMatch(option -> option.reading() != taken.reading()
                        && option.words() > 0
                        && option.share() >= taken.share() - 0.1
                        && !option.sample().equals(taken.sample()));
        boolean doubtful = taken.words() > 0 && (rival || taken.share() < GOOD || lying);
        return new TextGuess(taken.reading(), false, doubtful, layer.declaredEncoding(), lying, options);
    }

    /** Names of the columns, as they read so. */
    List<String> names(RawLayer layer) {
        return layer.fields().stream()
                .map(field -> Optional.ofNullable(reading.read(field)).orElse("?"))
                .map(name -> name.length() > 60 ? name.substring(0, 60) : name)
                .toList();
    }

    /** Null where the bytes cannot be meant so; every cell is asked until nothing more can be learned from it. */
    private static @Nullable Option option(RawLayer layer, TextReading reading) {
        VietnameseSyllables.Count count = new VietnameseSyllables.Count(0, 0);
        List<String> sample = new ArrayList<>();
        for (byte[] field : layer.fields()) {
            if (reading.read(field) == null) {
                return null;
            }
        }
        for (RawLayer.Row row : layer.rows()) {
            for (byte[] cell : row.cells()) {
                if (!ascii(cell)) {
                    String text = reading.read(cell);
                    if (text == null) {
                        return null;
                    }
                    if (count.good() + count.bad() >= MOST_WORDS) {
                        if (reading.takesAnything()) {
                            return new Option(reading, count.good() + count.bad(), count.good(), sample);
                        }
                        continue;
                    }
                    count = count.plus(VietnameseSyllables.count(text));
                    if (sample.size() < SAMPLES && !sample.contains(text)) {
                        sample.add(text.length() > 60 ? text.substring(0, 60) : text);
                    }
                }
            }
        }
        return new Option(reading, count.good() + count.bad(), count.good(), sample);
    }

    private static boolean ascii(byte[] cell) {
        for (byte each : cell) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }
}
