package vn.anttmap.exchange.territoryimport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Unpacks an archive in memory, entry by entry within limits; nothing of it ever reaches the disk. */
final class Archive {

    private static final Set<String> NESTED = Set.of("zip", "kmz", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "jar");
    private static final Set<String> WANTED = Set.of("shp", "shx", "dbf", "prj", "cpg", "kml");

    private Archive() {}

    /** One layer of it. @param name of the layer in the archive, without ending */
    record Layer(String name, Map<String, byte[]> parts) {}

    static boolean isZip(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /** The only shapefile or KML in the archive. */
    static Layer read(byte[] file, TerritoryImportSettings limits) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            Map<String, Map<String, byte[]>> layers = unpack(zip, limits);
            layers.values().removeIf(parts -> !parts.containsKey("shp") && !parts.containsKey("kml"));
            if (layers.isEmpty()) {
                throw BadFile.of("import-archive-empty");
            }
            if (layers.size() > 1) {
                throw BadFile.of(
                        "import-archive-several",
                        String.join(", ", layers.keySet().stream().sorted().toList()));
            }
            Map.Entry<String, Map<String, byte[]>> only =
                    layers.entrySet().iterator().next();
            return new Layer(only.getKey(), only.getValue());
        } catch (IOException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw BadFile.damaged("ZIP");
        }
    }

    private static Map<String, Map<String, byte[]>> unpack(ZipFile zip, TerritoryImportSettings limits)
            throws IOException {
        Map<String, Map<String, byte[]>> layers = new HashMap<>();
        long left = limits.largestUnpackedBytes();
        int entries = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            entries++;
            if (entries > limits.mostEntries()) {
                throw BadFile.of("import-archive-entries", limits.mostEntries());
            }
            checkName(entry);
            String path = entry.getName().replace('\\', '/');
            String file = path.substring(path.lastIndexOf('/') + 1);
            int dot = file.lastIndexOf('.');
            String ending = dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
            if (entry.isDirectory() || file.startsWith("._")) {
                continue;
            }
            if (NESTED.contains(ending)) {
                throw BadFile.of("import-archive-nested", file);
            }
            if (WANTED.contains(ending)) {
                byte[] content = content(zip, entry, left, limits);
                left -= content.length;
                String layer = path.substring(0, path.length() - ending.length() - 1);
                if (layers.computeIfAbsent(layer, name -> new HashMap<>()).putIfAbsent(ending, content) != null) {
                    throw BadFile.of("import-archive-twice", file);
                }
            }
        }
        return layers;
    }

    private static void checkName(ZipArchiveEntry entry) {
        String name = entry.getName().replace('\\', '/');
        boolean escapes = name.startsWith("/") || name.matches("^[A-Za-z]:.*") || name.indexOf('\0') >= 0;
        for (String part : name.split("/")) {
            escapes |= part.equals("..");
        }
        try {
            java.nio.file.Path.of(name.replace('\0', '_'));
        } catch (InvalidPathException e) {
            escapes = true;
        }
        if (escapes) {
            throw BadFile.of("import-archive-path", name.replace('\0', '?'));
        }
        if (entry.isUnixSymlink()) {
            throw BadFile.of("import-archive-link", name);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw BadFile.of("import-archive-locked");
        }
    }

    /** Counts what really comes out: the size that an entry claims may be a lie. */
    private static byte[] content(ZipFile zip, ZipArchiveEntry entry, long left, TerritoryImportSettings limits)
            throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (content.size() + (long) read > left) {
                    throw BadFile.of("import-archive-large", limits.largestUnpackedBytes() / 1_048_576);
                }
                content.write(buffer, 0, read);
            }
        }
        return content.toByteArray();
    }
}
