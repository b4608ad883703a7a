package vn.anttmap.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.problem.VersionTag;

/** What officers write into the report of a unit and a period. */
@RestController
@RequestMapping("/api/reports/{areaId}/texts")
class ReportTextController {

    private final ReportTexts texts;
    private final CurrentAccount currentAccount;

    ReportTextController(ReportTexts texts, CurrentAccount currentAccount) {
        this.texts = texts;
        this.currentAccount = currentAccount;
    }

    /** The text by section, and that of the report before as a proposal. */
    @GetMapping
    ResponseEntity<ReportTextView> get(
            @PathVariable long areaId, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return answer(texts.get(currentAccount.get(), areaId, new ReportPeriod(from, to)));
    }

    /** @param texts by the keys of the sections; one that is empty or missing empties its section */
    record Written(@Nullable Map<String, @Nullable String> texts) {}

    /** Writes the text of all sections; a change needs If-Match. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReportTextView> put(
            @PathVariable long areaId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Written body) {
        Map<String, @Nullable String> written = body.texts();
        if (written == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "texts").at("texts", null);
        }
        return answer(
                texts.put(currentAccount.get(), areaId, new ReportPeriod(from, to), written, VersionTag.read(ifMatch)));
    }

    record History(List<ReportTextView.Entry> history) {}

    /** Every state of the text, oldest first. */
    @GetMapping("/history")
    History history(@PathVariable long areaId, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return new History(texts.history(currentAccount.get(), areaId, new ReportPeriod(from, to)));
    }

    private static ResponseEntity<ReportTextView> answer(ReportTextView view) {
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }
}
