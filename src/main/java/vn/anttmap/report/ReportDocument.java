package vn.anttmap.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An administrative document, as content without layout.
 *
 * @param type the kind of document in capitals, such as {@code BÁO CÁO}
 * @param subject what it is about (trích yếu), in one or more lines
 */
record ReportDocument(Letterhead head, String type, List<String> subject, List<Block> body, Closing closing) {

    ReportDocument {
        subject = List.copyOf(subject);
        body = List.copyOf(body);
    }

    /**
     * The head of the first page.
     *
     * @param superior the body above the authority; null where there is none
     * @param authority lines of the name of whoever issues the document
     * @param number such as {@code 12/BC-UBND}; with room before the stroke where it is given by hand
     * @param place where the authority sits
     * @param day of the document
     */
    record Letterhead(@Nullable String superior, List<String> authority, String number, String place, LocalDate day) {

        Letterhead {
            authority = List.copyOf(authority);
        }
    }

    /**
     * The end of the document.
     *
     * @param recipients lines below "Nơi nhận:"
     * @param signer lines above the signature: for whom, and which office
     */
    record Closing(List<String> recipients, List<String> signer) {

        Closing {
            recipients = List.copyOf(recipients);
            signer = List.copyOf(signer);
        }
    }
}
