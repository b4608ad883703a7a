package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.testing.DemoServiceContract;

/** A reader who leaves while a file is being made ends the reading of the database, long before the file would be sent. */
@Timeout(120)
abstract class AbandonedExportContract extends DemoServiceContract {

    private static final int ROWS = 400_000;

    /** In the demonstration's own way: each row with a geometry of the database. */
    private final String rows;

    @Autowired
    private StreamedRows streamedRows;

    @Autowired
    private DataSource dataSource;

    /** @param numbers of the database: a table with a column x of the numbers from 1 to %d */
    AbandonedExportContract(String numbers) {
        this.rows = "select numbers.x, %s as geometry from " + numbers.formatted(ROWS)
                + " cross join (select position as place from incident order by id limit 1) one";
    }

    /** One way to write a layer. */
    private interface Opening {
        FeatureWriter open(OutputStream target) throws IOException;
    }

    @Test
    void freesTheConnectionWhenTheReaderOfAShapefileLeaves() throws Exception {
        leaves(
                ShapefileZipWriter.beginning("diem", ZippedShapefile.CLOCK),
                target -> ShapefileZipWriter.open(layer(), target, ZippedShapefile.CLOCK));
    }

    @Test
    void freesTheConnectionWhenTheReaderOfAGeoPackageLeaves() throws Exception {
        try (GeoPackageFile file = GeoPackageFile.create(ZippedShapefile.CLOCK)) {
            leaves(GeoPackageFile.beginning(), target -> file.layer(layer()));
        }
    }

    private void leaves(byte[] beginning, Opening opening) throws Exception {
        long[] read = {0};
        Socket reader = new Socket();
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket connection = accepted(listening, reader);
                EarlyBytes early = new EarlyBytes(connection.getOutputStream(), beginning, Duration.ofMillis(20));
                FeatureWriter writer = new PipelinedFeatures(opening.open(early), early::beat)) {
            assertThatThrownBy(() ->
                            streamedRows.forEach(rows.formatted(streamedRows.column("one.place")), (row, geometry) -> {
                                read[0]++;
                                writer.write(geometry, row.getLong("x"));
                                if (read[0] == 2_000) {
                                    reader.close();
                                }
                            }))
                    .isInstanceOf(IOException.class);
        }

        assertThat(read[0]).isBetween(2_000L, ROWS / 2L);
        // What the service does by itself now and then takes one for a moment.
        HikariPoolMXBean pool = dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        for (int i = 0; i < 50 && pool.getActiveConnections() > 0; i++) {
            Thread.sleep(20);
        }
        assertThat(pool.getActiveConnections()).isZero();
    }

    private static Socket accepted(ServerSocket listening, Socket reader) throws IOException {
        reader.connect(listening.getLocalSocketAddress());
        return listening.accept();
    }

    private static ExportLayer layer() {
        return new ExportLayer(
                "diem",
                "Điểm",
                GeometryKind.POINT,
                List.of(ExportField.integer("SO", "Số")),
                CoordinateSystems.get("EPSG:9210"),
                List.of());
    }
}
