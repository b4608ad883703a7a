package vn.anttmap.drawing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.MultiLineString;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.RoadChanges;
import vn.anttmap.territory.Territory;

/** Roads of a day in the account's territory, with their courses. */
@Component
class RoadCourses {

    private final Territory territory;
    private final RoadChanges roads;

    RoadCourses(Territory territory, RoadChanges roads) {
        this.territory = territory;
        this.roads = roads;
    }

    /** @return EPSG:4326, by key of the road */
    Map<Road, MultiLineString> on(AccountView account, LocalDate day) {
        List<Road> visible = territory.listRoadsOn(account, day);
        Map<Long, MultiLineString> byId = roads.courses(visible);
        Map<Road, MultiLineString> courses = new LinkedHashMap<>();
        visible.forEach(road -> courses.put(road, byId.get(road.id())));
        return courses;
    }
}
