package vn.anttmap.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A backup that the command line asks of the running service, which alone can read an embedded database: through two files
 * in the folder of the archives, so that neither a password nor an address is needed.
 */
final class BackupRequest {

    private static final String REQUEST = "backup.request";
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);
    private static final Duration ANSWERED_WITHIN = Duration.ofHours(6);

    private final Path folder;
    private final UUID id;

    private BackupRequest(Path folder, UUID id) {
        this.folder = folder;
        this.id = id;
    }

    /** The request that lies in the folder, which is then taken away. */
    static Optional<BackupRequest> take(Path folder) {
        Path file = folder.resolve(REQUEST);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(Files.readString(file).strip());
            Files.delete(file);
            return Optional.of(new BackupRequest(folder, id));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Does the work and leaves the answer. */
    void answer(Supplier<BackupFile> work) {
        String answer;
        try {
            answer = "made " + work.get().name();
        } catch (BackupException e) {
            answer = "failed " + e.getMessage();
        }
        try {
            put(answerFile(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks and waits.
     *
     * @return name of the archive
     * @throws CommandException if the service does not look into this folder, or could not make one
     */
    static String ask(Path folder) throws IOException {
        BackupRequest request = new BackupRequest(folder, UUID.randomUUID());
        Files.createDirectories(folder);
        Path file = folder.resolve(REQUEST);
        put(file, request.id.toString());
        if (!gone(file, TAKEN_WITHIN)) {
            Files.deleteIfExists(file);
            throw new CommandException("The service that has the database open does not look into " + folder
                    + ". Give this command the folder and the settings of the service: anttmap.backup.directory.");
        }
        Instant deadline = Instant.now().plus(ANSWERED_WITHIN);
        while (!Files.exists(request.answerFile())) {
            if (Instant.now().isAfter(deadline)) {
                throw new CommandException("The service does not answer; its log says more.");
            }
            pause();
        }
        String answer = Files.readString(request.answerFile());
        Files.delete(request.answerFile());
        if (!answer.startsWith("made ")) {
            throw new CommandException("No backup was made: " + answer.replaceFirst("^failed ", ""));
        }
        return answer.substring("made ".length());
    }

    private Path answerFile() {
        return folder.resolve("backup.answer-" + id);
    }

    private static void put(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean gone(Path file, Duration within) {
        Instant deadline = Instant.now().plus(within);
        while (Files.exists(file)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
