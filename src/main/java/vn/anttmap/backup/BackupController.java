package vn.anttmap.backup;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;

/** Backups, for administrators. The files themselves are not handed out: they hold everything. */
@RestController
@RequestMapping("/api/backups")
class BackupController {

    private final Backups backups;
    private final CurrentAccount currentAccount;

    BackupController(Backups backups, CurrentAccount currentAccount) {
        this.backups = backups;
        this.currentAccount = currentAccount;
    }

    /** @param state of this node */
    record Listing(List<BackupFile> backups, LastBackup state) {}

    /** The archives of this node, newest first, and how its backups stand. */
    @GetMapping
    Listing list() {
        return new Listing(backups.list(currentAccount.get()), backups.last());
    }

    /** Makes an archive of this moment on the server's disk, and answers when it is whole. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BackupFile make() {
        return backups.make(currentAccount.get());
    }
}
