package vn.anttmap.safety;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Papers of an area's year: PDF, JPEG or PNG, known by their content. */
@RestController
@RequestMapping("/api/safety/{year}/areas/{areaId}/documents")
class YearDocumentController {

    private final YearDocuments documents;
    private final CurrentAccount currentAccount;

    YearDocumentController(YearDocuments documents, CurrentAccount currentAccount) {
        this.documents = documents;
        this.currentAccount = currentAccount;
    }

    record Documents(List<YearDocument> documents) {}

    /** All documents of the year, removed ones too. */
    @GetMapping
    Documents list(@PathVariable int year, @PathVariable long areaId) {
        return new Documents(documents.list(currentAccount.get(), year, areaId));
    }

    /** Adds a file; the same file again is 200. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<YearDocument> add(
            @PathVariable int year,
            @PathVariable long areaId,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "file").at("file", null);
        }
        YearDocuments.Stored stored =
                documents.add(currentAccount.get(), year, areaId, file.getOriginalFilename(), file.getBytes());
        return ResponseEntity.status(stored.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(stored.document());
    }

    /** The file, to be saved and never shown by the browser within the service. */
    @GetMapping("/{documentId}")
    ResponseEntity<byte[]> read(@PathVariable int year, @PathVariable long areaId, @PathVariable UUID documentId) {
        YearDocuments.File file = documents.read(currentAccount.get(), year, areaId, documentId);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.document().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.document().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(file.content());
    }

    /** Removes the file; that it was there stays. */
    @DeleteMapping("/{documentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable int year, @PathVariable long areaId, @PathVariable UUID documentId) {
        documents.remove(currentAccount.get(), year, areaId, documentId);
    }
}
