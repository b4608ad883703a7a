package vn.anttmap.exchange.territoryimport;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.territory.NewState;

/** A plan as bytes, state by state, so that neither writing nor reading needs a second copy of a large one. */
final class PlanFile {

    private static final byte VERSION = 1;

    private PlanFile() {}

    /** @param out buffered; not closed */
    static void write(Plan plan, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeByte(VERSION);
        data.writeInt(plan.ending().size());
        for (long id : plan.ending()) {
            data.writeLong(id);
        }
        data.writeInt(plan.states().size());
        PlanBoundaries boundaries = new PlanBoundaries();
        for (Plan.State state : plan.states()) {
            data.writeInt(state.number());
            data.writeUTF(state.kind());
            writeText(data, state.code());
            data.writeUTF(state.name());
            data.writeUTF(state.fullName());
            data.writeLong(state.communeId());
            data.writeLong(state.follows() == null ? 0 : state.follows());
            writeText(data, state.change());
            data.writeInt(state.households() == null ? -1 : state.households());
            data.writeInt(state.population() == null ? -1 : state.population());
            data.writeInt(state.links().size());
            for (NewState.Follows link : state.links()) {
                data.writeLong(link.unitId());
                data.writeUTF(link.change());
            }
            data.writeBoolean(state.boundary() != null);
            if (state.boundary() != null) {
                boundaries.write(state.boundary(), data);
            }
        }
        data.flush();
    }

    /** @param in buffered; not closed */
    static Plan read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readByte() != VERSION) {
            throw new IOException("a plan of another version");
        }
        int endings = data.readInt();
        List<Long> ending = new ArrayList<>();
        for (int i = 0; i < endings; i++) {
            ending.add(data.readLong());
        }
        int count = data.readInt();
        List<Plan.State> states = new ArrayList<>(count);
        PlanBoundaries boundaries = new PlanBoundaries();
        for (int i = 0; i < count; i++) {
            states.add(state(data, boundaries));
        }
        return new Plan(states, ending);
    }

    private static Plan.State state(DataInputStream data, PlanBoundaries boundaries) throws IOException {
        int number = data.readInt();
        String kind = data.readUTF();
        String code = readText(data);
        String name = data.readUTF();
        String fullName = data.readUTF();
        long communeId = data.readLong();
        long follows = data.readLong();
        String change = readText(data);
        int households = data.readInt();
        int population = data.readInt();
        int linkCount = data.readInt();
        List<NewState.Follows> links = new ArrayList<>();
        for (int i = 0; i < linkCount; i++) {
            links.add(new NewState.Follows(data.readLong(), data.readUTF()));
        }
        MultiPolygon boundary = data.readBoolean() ? boundaries.read(data) : null;
        return new Plan.State(
                number,
                kind,
                code,
                name,
                fullName,
                communeId,
                follows == 0 ? null : follows,
                change,
                households < 0 ? null : households,
                population < 0 ? null : population,
                boundary,
                links);
    }

    private static void writeText(DataOutputStream data, @Nullable String text) throws IOException {
        data.writeBoolean(text != null);
        if (text != null) {
            data.writeUTF(text);
        }
    }

    private static @Nullable String readText(DataInputStream data) throws IOException {
        return data.readBoolean() ? data.readUTF() : null;
    }
}
