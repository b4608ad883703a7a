package vn.anttmap.bench;

import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * Resident memory of the service while eight clients ask for tiles of every layer and pages of features for half an hour, on
 * the country of {@link SyntheticCountry}: {@code -Dminutes}, {@code -Dheap}.
 *
 * <p>{@code mvn test -Dtest=CountryLoadBenchmark}
 */
class CountryLoadBenchmark {

    private static final int CLIENTS = 8;
    private static final int MINUTES = Integer.getInteger("minutes", 30);
    private static final String HEAP = System.getProperty("heap", "448m");
    private static final LocalDate DAY = LocalDate.of(2019, 8, 15);
    private static final int TILES_A_DAY = 25_000;

    private final AtomicInteger number = new AtomicInteger();

    @Test
    void memoryUnderLoad() throws Exception {
        TestDatabase database = TestDatabase.newPostgis();
        try (ServiceProcess service = ServiceProcess.on(database)
                .with("anttmap.demo", "true")
                .jvmOptions("-Xmx" + HEAP, "-XX:+UseSerialGC")
                .start()) {
            new SyntheticCountry(database).fill();
            ProcessMemory memory = new ProcessMemory(service.pid());
            print("filled, nothing asked", memory);
            LoadClients clients = new LoadClients(
                    service.baseUrl(), "Accept-Encoding: gzip\r\n" + SyntheticCountry.basic(SyntheticCountry.TOKEN));
            for (int minute = 1; minute <= MINUTES; minute++) {
                LoadClients.Result result = clients.ask(CLIENTS, 60, mixed());
                System.out.printf(
                        Locale.ROOT,
                        "minute %2d: %6.0f requests/s, resident %d MB%n",
                        minute,
                        result.perSecond(),
                        memory.residentMegabytes());
            }
            print("at the end", memory);
        }
    }

    /** Of ten requests five for tiles that nobody asked for, three for some that were, one of low zooms, one for a page. */
    private IntFunction<String> mixed() {
        return i -> {
            int next = number.incrementAndGet();
            LocalDate day = DAY.plusDays(1 + next / TILES_A_DAY);
            return switch (next % 10) {
                case 0, 1, 2 -> SyntheticCountry.tile("residential-areas", 14, next, "day=" + day);
                case 3 -> SyntheticCountry.tile("incidents", 14, next, "to=" + day);
                case 4 -> SyntheticCountry.tile("road-segments", 14, next, "day=" + day);
                case 5, 6 -> SyntheticCountry.tile("residential-areas", 14, next % 64, "day=" + DAY);
                case 7 -> SyntheticCountry.tile("incidents", 14, next % 64, "to=" + DAY);
                case 8 -> SyntheticCountry.tile("residential-areas", 6 + next / 10 % 6, next, "day=" + day);
                default -> page(next);
            };
        };
    }

    private static String page(int number) {
        double west = 104.2 + number % 37 * 0.1;
        double south = 19.2 + number % 31 * 0.1;
        return String.format(
                Locale.ROOT,
                "/ogc/collections/residential-areas/items?limit=100&datetime=2019-08-15&bbox=%.2f,%.2f,%.2f,%.2f",
                west,
                south,
                west + 0.1,
                south + 0.1);
    }

    private static void print(String when, ProcessMemory memory) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%s: resident %d MB, alive on the heap %d MB%n",
                when,
                memory.residentMegabytes(),
                memory.liveBytes() >> 20);
    }
}
