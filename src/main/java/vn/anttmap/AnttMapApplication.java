package vn.anttmap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.anttmap.backup.BackupCommands;

/** The service, or one of the commands of its jar. */
@SpringBootApplication
public class AnttMapApplication {

    public static void main(String[] args) {
        BackupCommands.run(args)
                .ifPresentOrElse(System::exit, () -> SpringApplication.run(AnttMapApplication.class, args));
    }
}
