package vn.anttmap.movement;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;

/** The kinds of entries as an administrator maintains them. */
@RestController
@RequestMapping("/api/settings/movement-kinds")
class MovementSettingsController {

    private final MovementKinds kinds;
    private final CurrentAccount currentAccount;

    MovementSettingsController(MovementKinds kinds, CurrentAccount currentAccount) {
        this.kinds = kinds;
        this.currentAccount = currentAccount;
    }

    record KindOfEntry(
            String register, String code, String nameVi, String nameEn, String countingWord, boolean active) {}

    record Kinds(List<KindOfEntry> kinds) {}

    @GetMapping
    Kinds list() {
        AccountView account = currentAccount.get();
        account.require(Right.ADMINISTER);
        return new Kinds(kinds.list().stream()
                .map(kind -> new KindOfEntry(
                        kind.register().key(),
                        kind.code(),
                        kind.nameVi(),
                        kind.nameEn(),
                        kind.countingWord(),
                        kind.active()))
                .toList());
    }

    /** Adds or changes a kind. There is no deletion: make it inactive. */
    @PutMapping(value = "/{register}/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> put(
            @PathVariable String register, @PathVariable String code, @RequestBody MovementKinds.Draft draft) {
        boolean created = kinds.put(currentAccount.get(), Register.ofKey(register), code, draft);
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.NO_CONTENT)
                .build();
    }
}
