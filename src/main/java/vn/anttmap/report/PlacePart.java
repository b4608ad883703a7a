package vn.anttmap.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;

/** What the place of the report is: where it belongs, how large it is, what it consists of. */
@Component
class PlacePart {

    private final Territory territory;
    private final UnitWords words;

    PlacePart(Territory territory, UnitWords words) {
        this.territory = territory;
        this.words = words;
    }

    Block.Paragraph of(ReportQuestion question) {
        Unit unit = question.unit();
        String parts = parts(question);
        if (!unit.validity().contains(question.boundaryDay())) {
            return new Block.Paragraph("Lãnh thổ của " + words.name(unit) + " theo địa giới ngày "
                    + VietnameseFormat.day(question.boundaryDay())
                    + (parts.isEmpty() ? "" : " gồm " + parts) + ".");
        }
        List<String> facts = new ArrayList<>();
        facts.add(VietnameseFormat.capital(words.name(unit)) + above(unit));
        Double area = unit.areaSqKm();
        if (area != null) {
            facts.add("diện tích " + VietnameseFormat.decimal(area) + " km² ("
                    + ("official".equals(unit.areaSource()) ? "số liệu công bố" : "đo trên ranh giới") + ")");
        }
        Population population = unit.populationFor(question.period().to().getYear());
        if (population != null) {
            facts.add(
                    "dân số " + VietnameseFormat.number(population.count()) + " người (năm " + population.year() + ")");
        }
        Integer households = unit.households();
        if (households != null) {
            facts.add(VietnameseFormat.number(households) + " hộ");
        }
        return new Block.Paragraph(String.join(", ", facts) + (parts.isEmpty() ? "" : "; gồm " + parts) + ".");
    }

    private String above(Unit unit) {
        return unit.level() == UnitLevel.RESIDENTIAL_AREA
                ? ""
                : territory
                        .parent(unit)
                        .map(parent -> " thuộc " + VietnameseFormat.inSentence(parent.fullName()))
                        .orElse("");
    }

    /** "09 xã, 01 thị trấn; 05 khu phố, 01 thôn", each kind with its number; empty for a residential area. */
    private String parts(ReportQuestion question) {
        if (question.unit().level() == UnitLevel.RESIDENTIAL_AREA) {
            return "";
        }
        List<Unit> communes = question.ground().holders().stream().toList();
        List<Unit> areas = words.residentialAreas(question.ground());
        String lower = byKind(areas);
        if (question.unit().level() == UnitLevel.COMMUNE && communes.size() < 2) {
            return lower;
        }
        return byKind(communes) + (lower.isEmpty() ? "" : "; " + lower);
    }

    private static String byKind(List<Unit> units) {
        Map<UnitKind, Long> counts = units.stream()
                .collect(Collectors.groupingBy(
                        Unit::kind,
                        () -> new TreeMap<>(Comparator.comparing(Function.identity())),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> VietnameseFormat.count(entry.getValue()) + " "
                        + VietnameseFormat.inSentence(entry.getKey().label(UnitWords.VI)))
                .collect(Collectors.joining(", "));
    }
}
