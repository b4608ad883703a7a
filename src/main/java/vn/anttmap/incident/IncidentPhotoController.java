package vn.anttmap.incident;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Photos of an incident: 404 {@code photos-off} unless {@code anttmap.incident.photos} is set. */
@RestController
@RequestMapping("/api/incidents/{id}/photos")
class IncidentPhotoController {

    private final IncidentPhotos photos;
    private final CurrentAccount currentAccount;

    IncidentPhotoController(IncidentPhotos photos, CurrentAccount currentAccount) {
        this.photos = photos;
        this.currentAccount = currentAccount;
    }

    /** Adds a JPEG or PNG; the same picture again is 200. A closed incident needs a reason. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<IncidentPhoto> add(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String reason)
            throws IOException {
        if (file == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "file").at("file", null);
        }
        IncidentPhotos.Stored stored = photos.add(currentAccount.get(), id, file.getBytes(), reason);
        return ResponseEntity.status(stored.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(stored.photo());
    }

    @GetMapping(value = "/{photoId}")
    ResponseEntity<byte[]> read(@PathVariable UUID id, @PathVariable UUID photoId) {
        byte[] jpeg = photos.read(currentAccount.get(), id, photoId);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(jpeg);
    }

    /** Removes the picture for good. A closed incident needs a reason. */
    @DeleteMapping("/{photoId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @PathVariable UUID photoId,
            @RequestParam(required = false) @Nullable String reason) {
        photos.remove(currentAccount.get(), id, photoId, reason);
    }
}
