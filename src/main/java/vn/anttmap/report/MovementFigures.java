package vn.anttmap.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Ground;

/**
 * What the registers of the movement hold of a ground and a period. A part that is null has no register that could know:
 * the report then says "chưa có số liệu", which is not the same as none.
 */
interface MovementFigures {

    Answer of(AccountView account, Ground ground, ReportPeriod period);

    /** @param drives emulation drives launched in the period or for the year after it */
    record Answer(
            @Nullable List<Outreach> outreach,
            @Nullable Tips tips,
            @Nullable List<Model> models,
            @Nullable List<Commendation> commendations,
            @Nullable List<Drive> drives) {

        static final Answer NOTHING_KNOWN = new Answer(null, null, null, null, null);
    }

    /** @param moreThan whether the true number is larger ("hơn"), so that it must never be printed as exact */
    record Amount(long value, boolean moreThan) {

        static Amount exactly(long value) {
            return new Amount(value, false);
        }

        static Amount moreThan(long value) {
            return new Amount(value, true);
        }

        /** "Hơn 1.500" or "270", in small letters. */
        String words() {
            return (moreThan ? "hơn " : "") + VietnameseFormat.count(value);
        }
    }

    /**
     * @param place where, such as "các xã, thị trấn" or "các xóm"
     * @param unit what the sessions are counted in: cuộc, buổi, đợt
     * @param attendances lượt người; null where they were not counted
     */
    record Outreach(
            String place,
            Amount sessions,
            String unit,
            @Nullable Amount attendances) {}

    /**
     * @param valuable those of value (có giá trị); null where they were not told apart
     * @param subjects what they were about
     */
    record Tips(Amount all, @Nullable Amount valuable, List<String> subjects) {}

    /** @param founded those of them that began in the period */
    record Model(String kind, long kept, long founded) {}

    /** @param by who gave it */
    record Commendation(String by, String form, long collectives, long persons, long households) {}

    /** @param contents how many contents it has */
    record Drive(int year, String name, @Nullable Integer contents) {}
}
