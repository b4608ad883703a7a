package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.anttmap.geo.WebMercator;
import vn.anttmap.incident.IncidentMap.Mark;

class MarkTableTests {

    private static final int MOST = 1_000_000;

    /** Random marks and squares of every zoom, against looking at each mark. */
    @Test
    void theMarksOfASquareAndItsMarginAreThoseThatLieInThem() {
        Random random = new Random(23);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            marks.add(mark(random, i));
        }
        MarkTable table = MarkTable.of(marks.subList(0, 1_500));
        // Some that came later, one of which stood elsewhere before.
        Set<UUID> later = new HashSet<>();
        marks.subList(1_490, 2_000).forEach(mark -> later.add(mark.id()));
        table = table.with(later, marks.subList(1_490, 2_000));
        for (int zoom = 0; zoom <= 18; zoom++) {
            for (int round = 0; round < 20; round++) {
                Mark middle = marks.get(random.nextInt(marks.size()));
                int column = (int) (WebMercator.x(middle.longitude()) * (1L << zoom));
                int row = (int) (WebMercator.y(middle.latitude()) * (1L << zoom));
                int from = 10 * random.nextInt(5);
                MarkTable.Wanted wanted =
                        new MarkTable.Wanted(from, from + 30, "", "", (commune, category) -> commune != 3);

                List<Mark> found = new IncidentMap.Square(table.reading(wanted)).list(zoom, column, row, 64, MOST);

                double tiles = 1L << zoom;
                double margin = 1.0 / 64;
                assertThat(found)
                        .as("zoom " + zoom)
                        .containsExactlyInAnyOrderElementsOf(marks.stream()
                                .filter(wanted::covers)
                                .filter(mark -> {
                                    double x = MarkTable.half(mark.code()) / (double) (1L << MarkTable.BITS) * tiles;
                                    double y =
                                            MarkTable.half(mark.code() >>> 1) / (double) (1L << MarkTable.BITS) * tiles;
                                    return x >= column - margin
                                            && x < column + 1 + margin
                                            && y >= row - margin
                                            && y < row + 1 + margin;
                                })
                                .toList());
            }
        }
    }

    @Test
    void tooManyAreNone() {
        Random random = new Random(5);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            marks.add(mark(random, i));
        }
        MarkTable.Wanted all = new MarkTable.Wanted(0, 100, "", "", (commune, category) -> true);
        IncidentMap.Square square = new IncidentMap.Square(MarkTable.of(marks).reading(all));

        assertThat(square.list(0, 0, 0, 64, 10)).hasSize(10);
        assertThat(square.list(0, 0, 0, 64, 9)).isNull();
    }

    /** Thousands stand for the middle of their commune; and after that many changes the table is made anew. */
    @Test
    void manyOfOnePlaceAndManyThatCameLaterAreAllThereAsTheyWere() {
        Random random = new Random(7);
        long[] places = {MarkTable.code(105.6, 19.9), MarkTable.code(105.7, 20.1), MarkTable.code(106.3, 22.8)};
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            marks.add(new Mark(
                    new UUID(random.nextLong(), random.nextLong()),
                    places[random.nextInt(places.length)],
                    random.nextInt(100),
                    random.nextInt(50),
                    List.of("TTXH", "TNGT", "MATUY").get(random.nextInt(3)),
                    List.of("", "serious").get(random.nextInt(2)),
                    PlaceAccuracy.values()[random.nextInt(PlaceAccuracy.values().length)]));
        }
        MarkTable table = MarkTable.of(marks.subList(0, 30_000));
        Set<UUID> gone = new HashSet<>();
        marks.subList(0, 5_000).forEach(mark -> gone.add(mark.id()));
        table = table.with(gone, List.of());
        table = table.with(Set.of(), marks.subList(30_000, 55_000));
        table = table.with(Set.of(), marks.subList(55_000, 60_000));
        MarkTable.Wanted all = new MarkTable.Wanted(0, 100, "", "", (commune, category) -> true);

        assertThat(table.size()).isEqualTo(55_000);
        assertThat(new IncidentMap.Square(table.reading(all)).list(0, 0, 0, 64, 60_000))
                .containsExactlyInAnyOrderElementsOf(marks.subList(5_000, 60_000));
    }

    /** In a few hundred metres, and some a thousand kilometres around. */
    private static Mark mark(Random random, int number) {
        double reach = number % 3 == 0 ? 5 : 0.002;
        double longitude = 105.64806 + reach * (random.nextDouble() - 0.5);
        double latitude = 19.97194 + reach * (random.nextDouble() - 0.5);
        return new Mark(
                new UUID(number, random.nextLong()),
                MarkTable.code(longitude, latitude),
                random.nextInt(100),
                random.nextInt(5),
                "TTXH",
                "",
                PlaceAccuracy.EXACT);
    }
}
