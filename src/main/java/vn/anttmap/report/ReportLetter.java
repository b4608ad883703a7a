package vn.anttmap.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.VietnamTime;

/** Puts a report into the form of an administrative document: head, title, sections, end. */
@Component
class ReportLetter {

    private static final String TYPE = "BÁO CÁO";

    /** The number is given by the office's own register of documents. */
    private static final String ROOM_FOR_NUMBER = "        ";

    private final UnitWords words;
    private final ReportSettings settings;
    private final Clock clock;

    ReportLetter(UnitWords words, ReportSettings settings, Clock clock) {
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    ReportDocument of(PeriodReport report, Unit unit) {
        ReportPeriod period = new ReportPeriod(report.from(), report.to());
        List<Block> body = new ArrayList<>();
        for (PeriodReport.Part part : report.parts()) {
            body.add(new Block.Heading(part.section().heading()));
            addText(body, part);
        }
        report.notes().forEach(note -> body.add(new Block.Note("Ghi chú: " + note)));
        return new ReportDocument(
                new ReportDocument.Letterhead(
                        words.committeeAbove(unit).orElse(null),
                        words.committee(unit),
                        ROOM_FOR_NUMBER + "/" + settings.codeOfType(),
                        words.authority(unit).name(),
                        VietnamTime.today(clock)),
                TYPE,
                List.of(report.title(), "trên địa bàn " + words.name(unit) + ", " + period.name()),
                ended(body),
                new ReportDocument.Closing(recipients(unit), List.of("TM. ỦY BAN NHÂN DÂN", settings.signer())));
    }

    /** Sentences, then what the officer wrote, then the tables that belong to both. */
    private static void addText(List<Block> body, PeriodReport.Part part) {
        int before = body.size();
        part.computed().stream()
                .filter(block -> !(block instanceof Block.Table))
                .forEach(body::add);
        part.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> body.add(new Block.Paragraph(line)));
        part.computed().stream().filter(Block.Table.class::isInstance).forEach(body::add);
        if (body.size() == before) {
            body.add(new Block.Paragraph("(Chưa có nội dung.)"));
        }
    }

    /** The last words are followed by "./.", as in every administrative document. */
    private static List<Block> ended(List<Block> body) {
        int last = body.size() - 1;
        Block end = body.get(last);
        if (end instanceof Block.Note note) {
            body.set(last, new Block.Note(ended(note.text())));
        } else if (end instanceof Block.Paragraph paragraph) {
            body.set(last, new Block.Paragraph(ended(paragraph.text())));
        }
        return body;
    }

    private static String ended(String text) {
        return (text.endsWith(".") ? text.substring(0, text.length() - 1) : text) + LetterLayout.END_OF_TEXT;
    }

    private List<String> recipients(Unit unit) {
        List<String> recipients = new ArrayList<>();
        words.superior(unit).ifPresent(superior -> recipients.add("- " + superior + " (để b/c);"));
        recipients.add("- Lưu: VT.");
        return recipients;
    }
}
