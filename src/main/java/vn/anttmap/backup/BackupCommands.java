package vn.anttmap.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import vn.anttmap.embedded.UnfinishedWrites;

/**
 * The commands of the jar: {@code backup}, {@code verify}, {@code restore} and {@code move}. They take the settings of the
 * service and do not start it.
 */
public final class BackupCommands {

    private static final List<String> COMMANDS = List.of("backup", "verify", "restore", "move");

    /** {@code org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1}. */
    private static final String DATABASE_IN_USE = "90020";

    private final Environment environment;

    /** A context with the settings and nothing else. */
    static final class Settings {}

    private BackupCommands(Environment environment) {
        this.environment = environment;
    }

    /**
     * Carries out the command that the arguments begin with.
     *
     * @return what the process ends with, 0 where all went well; empty where the arguments are those of the service
     */
    public static OptionalInt run(String[] args) {
        if (args.length == 0 || !COMMANDS.contains(args[0])) {
            return OptionalInt.empty();
        }
        SpringApplication application = new SpringApplication(Settings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = application.run(args)) {
            new BackupCommands(context.getEnvironment()).carryOut(args[0], file(args));
            return OptionalInt.of(0);
        } catch (CommandException | BackupException e) {
            System.err.println(e.getMessage());
        } catch (DamagedArchiveException e) {
            System.err.println("The archive is damaged or is none: " + e.getMessage());
            System.err.println("Nothing was changed. Take another one.");
        } catch (IOException | SQLException | org.flywaydb.core.api.FlywayException e) {
            System.err.println("It did not work, and nothing was kept of it: " + e.getMessage());
        }
        return OptionalInt.of(1);
    }

    private void carryOut(String command, Optional<Path> file)
            throws IOException, SQLException, DamagedArchiveException {
        takeBackUnfinished();
        switch (command) {
            case "backup" -> backup();
            case "verify" -> verify(file.orElseThrow(() -> missingFile(command)));
            case "restore" -> restore(file.orElseThrow(() -> missingFile(command)));
            default -> move();
        }
    }

    /** Whoever opens the file first after a cut must do so: closed again, it looks as if nothing had happened. */
    private void takeBackUnfinished() {
        DatabaseAddress database = DatabaseAddress.owner(environment);
        try {
            UnfinishedWrites.takeBack(database.url(), database.username(), database.password());
        } catch (SQLException e) {
            // It is open in the service, which has done so, or the command itself will meet the same and tell it.
        }
    }

    private void backup() throws IOException {
        DatabaseAddress database = DatabaseAddress.owner(environment);
        if (inUse(database)) {
            // The database is open in the service, which makes it itself.
            say(folder().path().resolve(BackupRequest.ask(folder().path())) + " is made and whole.");
        } else {
            made(database);
        }
    }

    private Path made(DatabaseAddress database) {
        BackupWork.Made made = BackupWork.make(database, folder(), "", keep(), () -> {});
        Path file = folder().path().resolve(made.file().name());
        say(file + " is made and whole: " + made.rows() + " rows, "
                + made.file().bytes() + " bytes.");
        return file;
    }

    private static void verify(Path file) throws IOException, DamagedArchiveException {
        try (Archive archive = Archive.open(file)) {
            archive.verify();
            Manifest manifest = archive.manifest();
            manifest.tables().forEach(table -> System.out.printf("%12d  %s%n", table.rows(), table.name()));
            say("Whole: " + manifest.rows() + " rows of " + manifest.tables().size() + " tables, taken at "
                    + manifest.takenAt() + " by ANTT Map " + manifest.application() + " on " + manifest.database()
                    + ".");
        }
        say("SHA-256 of the file: " + sha256(file));
    }

    private void restore(Path file) throws IOException, SQLException, DamagedArchiveException {
        DatabaseAddress database = DatabaseAddress.owner(environment);
        try (Archive archive = Archive.open(file)) {
            new Restoration(archive, database, BackupCommands::say)
                    .run(file.getFileName().toString());
        }
        say("Restored into " + database + ". Start the service now.");
    }

    /** From the database of the settings to another one, by way of an archive that stays. */
    private void move() throws IOException, SQLException, DamagedArchiveException {
        String url = environment.getProperty("anttmap.move.url", "");
        if (url.isEmpty()) {
            throw new CommandException("Say where to: --anttmap.move.url=jdbc:postgresql://localhost/anttmap"
                    + " --anttmap.move.username=anttmap, and the password in ANTTMAP_MOVE_PASSWORD.");
        }
        DatabaseAddress from = DatabaseAddress.owner(environment);
        DatabaseAddress to = DatabaseAddress.of(environment, url, "anttmap.move.username", "anttmap.move.password");
        if (inUse(from)) {
            throw new CommandException("The service has the database open: " + from
                    + "\nStop it first, or what is written from now on would stay behind.");
        }
        Path file = made(from);
        try (Archive archive = Archive.open(file)) {
            new Restoration(archive, to, BackupCommands::say)
                    .run(file.getFileName().toString());
        }
        say("Moved to " + to + ". Start the service with SPRING_DATASOURCE_URL=" + url
                + " and its role and password, and never again with the old database.");
    }

    private static boolean inUse(DatabaseAddress database) {
        if (!database.embedded()) {
            return false;
        }
        database.file().filter(file -> !Files.exists(file)).ifPresent(file -> {
            throw new CommandException("There is no database " + file
                    + ". Give this command the folder and the settings of the service: anttmap.data-directory.");
        });
        try {
            database.connect().close();
            return false;
        } catch (SQLException e) {
            if (DATABASE_IN_USE.equals(e.getSQLState())) {
                return true;
            }
            throw new CommandException("The database cannot be opened: " + e.getMessage(), e);
        }
    }

    private BackupFolder folder() {
        return new BackupFolder(Path.of(environment.getRequiredProperty("anttmap.backup.directory"))
                .toAbsolutePath()
                .normalize());
    }

    private int keep() {
        return environment.getRequiredProperty("anttmap.backup.keep", Integer.class);
    }

    private static Optional<Path> file(String[] args) {
        return Arrays.stream(args)
                .skip(1)
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .map(Path::of);
    }

    private static CommandException missingFile(String command) {
        return new CommandException(
                "Say which archive: java -jar antt-map-0.1.0.jar " + command + " backups/antt-map-….zip");
    }

    private static String sha256(Path file) throws IOException {
        var sha256 = ContentDigest.sha256();
        try (var in = Files.newInputStream(file)) {
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                sha256.update(part, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
