package vn.anttmap.exchange.territoryimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** Unpacks an archive in memory, entry by entry within limits; nothing of it ever reaches the disk. */
final class Archive {

    private static final Set<String> NESTED = Set.of("zip", "kmz", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "jar");
    private static final Set<String> WANTED = Set.of("shp", "shx", "dbf", "prj", "cpg", "kml");

    private static final int BUFFER = 8192;

    private Archive() {}

    /** One layer of it. @param name of the layer in the archive, without ending */
    record Layer(String name, Map<String, byte[]> parts) {}

    static boolean isZip(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /**
     * The shapefile or KML of the archive.
     *
     * @param wanted its name; null for the only one
     */
    static Layer read(byte[] file, @Nullable String wanted, TerritoryImportSettings limits, ImportBudget budget) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            Map<String, Map<String, byte[]>> layers = unpack(zip, limits, budget);
            layers.values().removeIf(parts -> !parts.containsKey("shp") && !parts.containsKey("kml"));
            if (layers.isEmpty()) {
                throw BadFile.of("import-archive-empty");
            }
            if (wanted == null ? layers.size() > 1 : !layers.containsKey(wanted)) {
                throw LayerChoice.needed(layers.keySet().stream().sorted().toList());
            }
            String name = wanted == null ? layers.keySet().iterator().next() : wanted;
            return new Layer(name, layers.get(name));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw BadFile.damaged("ZIP");
        }
    }

    private static Map<String, Map<String, byte[]>> unpack(
            ZipFile zip, TerritoryImportSettings limits, ImportBudget budget) throws IOException {
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
                budget.tick();
                byte[] content = content(zip, entry, left, limits);
                left -= content.length;
                budget.bytes(content.length);
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
        // As large as the entry says it is, but never larger than may come out: a wrong size costs a copy.
        byte[] content = new byte[(int) Math.min(left, Math.max(0, entry.getSize()) + 1)];
        int size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(content, 0, content.length); read >= 0; ) {
                size += read;
                if (size == content.length) {
                    content = Arrays.copyOf(content, (int) Math.min(left + 1, 2L * size + BUFFER));
                }
                if (size > left) {
                    throw BadFile.of("import-archive-large", limits.largestUnpackedBytes() / 1_048_576);
                }
                read = in.read(content, size, content.length - size);
            }
        }
        return size == content.length ? content : Arrays.copyOf(content, size);
    }
}
