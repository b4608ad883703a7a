package vn.anttmap.backup;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
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

    /**
     * @param machine what this node is called
     * @param backups in its folder
     * @param elsewhere in the folders of the other nodes, as they last said; this node cannot look there
     */
    record Listing(String machine, List<BackupFile> backups, List<MadeBackups.On> elsewhere, LastBackup state) {}

    /** The archives of this node and of the others, newest first, and how the backups stand. */
    @GetMapping
    Listing list() {
        AccountView account = currentAccount.get();
        return new Listing(backups.machine(), backups.list(account), backups.elsewhere(account), backups.last());
    }

    /** Makes an archive of this moment on the server's disk, and answers when it is whole. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BackupFile make() {
        return backups.make(currentAccount.get());
    }
}
