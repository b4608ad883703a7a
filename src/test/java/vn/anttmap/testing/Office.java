package vn.anttmap.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice and poppler, the independent readers of the documents that this service writes. */
public final class Office {

    private static final int MINUTES = 3;
    private static final String DOTS_PER_INCH = "80";

    private Office() {}

    /** Opens a document in LibreOffice and prints it; the PDF lies beside it. */
    public static Path toPdf(Path document) {
        Path folder = document.toAbsolutePath().getParent();
        // A profile of its own: LibreOffice refuses a second one at the same time on the same profile.
        Path profile = TestFolders.create("libreoffice-");
        run(
                "libreoffice-writer-nogui",
                "soffice",
                "-env:UserInstallation=" + profile.toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString(),
                document.toString());
        Path pdf = folder.resolve(document.getFileName().toString().replaceFirst("\\.[^.]+$", ".pdf"));
        if (!Files.exists(pdf)) {
            throw new AssertionError("LibreOffice could not open " + document);
        }
        return pdf;
    }

    /** The text of a PDF, pages ended by form feeds. */
    public static String textOf(Path pdf) {
        return run("poppler-utils", "pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), "-");
    }

    /** Leaves one page as {@code target/screenshots/<name>.png} for people to look at. */
    public static void picture(Path pdf, int page, String name) {
        String number = String.valueOf(page);
        Path target = TestFolders.kept("screenshots").resolve(name);
        run(
                "poppler-utils",
                "pdftoppm",
                "-png",
                "-r",
                DOTS_PER_INCH,
                "-f",
                number,
                "-l",
                number,
                "-singlefile",
                pdf.toString(),
                target.toString());
    }

    private static String run(String debianPackage, String... command) {
        Path output = TestFolders.create("office-output-").resolve("out");
        Path errors = output.resolveSibling("err");
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command));
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("took over " + MINUTES + " minutes: " + String.join(" ", command));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed: " + Files.readString(errors));
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    command[0] + " cannot be started. Install the Debian package " + debianPackage + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + command[0], e);
        }
    }
}
