package vn.anttmap.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.access.AccountView;
import vn.anttmap.movement.Amount;
import vn.anttmap.territory.Ground;

/**
 * What the registers of the movement hold of a ground and a period. A part that is null has no register that could know:
 * the report then says "chưa có số liệu", which is not the same as none.
 */
interface ReportedMovement {

    Answer of(AccountView account, Ground ground, ReportPeriod period);

    /** @param drives emulation drives launched in the period or for the year after it */
    record Answer(
            @Nullable Leadership leadership,
            @Nullable List<Outreach> outreach,
            @Nullable Tips tips,
            @Nullable List<Model> models,
            @Nullable List<Commendation> commendations,
            @Nullable List<Drive> drives) {}

    /**
     * What the work rested on, who led it and what was held, by title.
     */
    record Leadership(List<String> basisDocuments, List<String> committees, List<String> events) {

        boolean empty() {
            return basisDocuments.isEmpty() && committees.isEmpty() && events.isEmpty();
        }
    }

    /**
     * @param what such as "tuyên truyền tại xã, thị trấn"
     * @param unit what the sessions are counted in: cuộc, buổi, đợt
     * @param attendances lượt người; null where they were not counted
     */
    record Outreach(
            String what,
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
    record Commendation(String by, String form, List<Honoured> honoured) {}

    /** @param count null where it was not recorded how many */
    record Honoured(String who, @Nullable Amount count) {}

    /**
     * @param title such as "Phong trào thi đua năm 2019"
     * @param contents how many contents it has
     */
    record Drive(String title, @Nullable Integer contents) {}
}
