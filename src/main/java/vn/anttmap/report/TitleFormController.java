package vn.anttmap.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** The papers of the title as files. */
@RestController
@RequestMapping("/api/reports")
class TitleFormController {

    private final TitleForms forms;
    private final CurrentAccount currentAccount;
    private final ApplicationEventPublisher events;
    private final Map<ReportFormat, ReportWriter> writers = new EnumMap<>(ReportFormat.class);

    TitleFormController(
            TitleForms forms,
            CurrentAccount currentAccount,
            ApplicationEventPublisher events,
            List<ReportWriter> writers) {
        this.forms = forms;
        this.currentAccount = currentAccount;
        this.events = events;
        writers.forEach(writer -> this.writers.put(writer.format(), writer));
    }

    /**
     * A paper of an area's or a commune's year, filled in from what is on record.
     *
     * @param unitId a commune for {@code proposal} and {@code decision}, a residential area or a commune for
     *     {@code certificate}
     * @param form {@code proposal} (tờ trình), {@code decision} (quyết định) or {@code certificate} (giấy công nhận)
     * @param format {@code docx} or {@code pdf}
     * @param year assessment year
     */
    @GetMapping("/{unitId}/forms/{form}.{format}")
    void form(
            @PathVariable long unitId,
            @PathVariable String form,
            @PathVariable String format,
            @RequestParam int year,
            HttpServletResponse response)
            throws IOException {
        TitleForm wanted = TitleForm.ofKey(form);
        ReportFormat ending = ReportFormat.ofEnding(format);
        if (ending == ReportFormat.XLSX) {
            throw UserProblem.of(Kind.NOT_FOUND, "format-unknown", "docx, pdf").at("format", format);
        }
        AccountView account = currentAccount.get();
        TitleForms.Made made = forms.make(account, unitId, wanted, year);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Objects.requireNonNull(writers.get(ending)).write(made.document(), file);
        events.publishEvent(new ReportExported(
                account,
                unitId,
                wanted.key() + "." + ending.ending(),
                made.window().from(),
                made.window().to(),
                made.window().to()));
        ReportAttachment.announce(response, fileName(wanted, made, year, ending), ending.mediaType(), file.size());
        file.writeTo(response.getOutputStream());
    }

    private static String fileName(TitleForm form, TitleForms.Made made, int year, ReportFormat ending) {
        String name = form.title() + " An toàn về ANTT năm " + year + ", "
                + VietnameseFormat.inSentence(made.unit().fullName());
        return ReportAttachment.fileName(name, ending.ending());
    }
}
