package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A question with a wrong path or parameter, or in a language or form that is not spoken. */
abstract class BadQuestionContract extends BadInputContract {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # path                                                                     | status | parameter | says
            /api/density/communes?from=2019-01-01                                      | 400 | to | to
            /api/density/communes?from=15/8/2019&to=2019-08-15                         | 400 | from | 2019-08-15
            /api/density/communes?from=2019-02-30&to=2019-08-15                        | 400 | from | có thật
            /api/density/communes?from=2018-01-01&to=%2B999999999-12-31                | 400 | to | 2019-08-15
            /api/density/communes?from=2019-08-16&to=2019-08-15                        | 400 | from | đổi lại
            /api/density/communes?from=2018-01-01&to=2019-08-15&boundaryDay=today      | 400 | boundaryDay | 2019-08-15
            /api/density/communes?from=2018-01-01&to=2019-08-15&category=NOPE          | 400 | category | TTXH
            /api/density/communes?from=2018-01-01&to=2019-08-15&category=ANBG          | 400 | category | TTXH
            /api/density/communes?from=2018-01-01&to=2019-08-15&severity=NOPE          | 400 | severity | CAP_I
            /api/density/communes?from=2018-01-01&to=2019-08-15&category=TTXH&severity=CAP_I | 400 | severity | IT_NGHIEM_TRONG
            /api/density/communes?from=2018-01-01&to=2019-08-15&area=5                 | 400 | area | boundaryDay
            /api/density/communes?from=2018-01-01&from=2018-02-01&to=2019-08-15        | 400 | from | một lần
            /api/density/grid?from=2018-01-01&to=2019-08-15&shape=triangle             | 400 | shape | hexagon, square
            /api/density/grid?from=2018-01-01&to=2019-08-15&sizeM=10                   | 400 | sizeM | 50
            /api/density/grid?from=2019-08-16&to=2019-08-15                            | 400 | from | đổi lại
            /api/density/hotspots?from=2018-01-01&to=2019-08-15                        | 400 | level | level
            /api/density/hotspots?level=road-segments&from=2018-01-01&to=2019-08-15    | 404 | level | hexagons
            /api/density/hotspots?level=communes&from=2018-01-01&to=2019-08-15&method=gi2 | 400 | method | gi-star
            /api/density/hotspots?level=communes&from=2018-01-01&to=2019-08-15&weights=king | 400 | weights | queen
            /api/density/hotspots?level=communes&from=2018-01-01&to=2019-08-15&permutations=5 | 400 | permutations | 99
            /api/density/hotspots?level=communes&from=2018-01-01&to=2019-08-15&correction=all | 400 | correction | fdr
            /api/density/hotspots?level=communes&from=2018-01-01&to=2019-08-15&basis=km | 400 | basis | perSqKm
            /api/density/hotspots?level=communes&from=2018-01-01&to=2019-08-15&confidence=80 | 400 | confidence | 99
            /api/density/hotspots?level=hexagons&from=2018-01-01&to=2019-08-15&basis=per1000 | 400 | basis | count
            /api/density/communes?from=2018-01-01&to=2019-08-15&classes=best           | 400 | classes | jenks
            /api/density/communes?from=2018-01-01&to=2019-08-15&classes=fixed&breaks=5,2 | 400 | breaks | tăng dần
            /api/density/communes?from=2018-01-01&to=2019-08-15&classes=jenks&basis=km | 400 | basis | per1000
            /api/density/hamlets?from=2018-01-01&to=2019-08-15                         | 404 | level | residential-areas
            /api/density/surface?from=2018-01-01                                       | 400 | to | to
            /api/density/surface?from=2019-08-16&to=2019-08-15                         | 400 | from | đổi lại
            /api/density/surface?from=2018-01-01&to=2019-08-15&kernel=box              | 400 | kernel | quartic, gaussian
            /api/density/surface?from=2018-01-01&to=2019-08-15&correction=none         | 400 | correction | diggle, uniform
            /api/density/surface?from=2018-01-01&to=2019-08-15&breaks=2,1              | 400 | breaks | tăng dần
            /api/density/surface?from=2018-01-01&to=2019-08-15&bandwidthM=wide         | 400 | bandwidthM | số
            /api/density/surface?from=2018-01-01&to=2019-08-15&radius=5                | 400 | radius | bandwidthM
            /api/density/surface.png?from=2018-01-01&to=2019-08-15&within=999999       | 404 | | 999999
            /api/density/surface?from=2017-01-01&to=2019-08-15                         | 422 | | 2017
            /api/density/surface?from=2025-01-01&to=2025-08-15                         | 422 | | 2025
            /api/density/series?from=2018-01-01&to=2019-08-15                          | 400 | level | level
            /api/density/series?level=hamlets&from=2018-01-01&to=2019-08-15            | 404 | level | residential-areas
            /api/density/series?level=communes&from=2018-01-01&to=2019-08-15&step=week | 400 | step | quarter
            /api/density/series?level=communes&from=2000-01-01&to=2019-08-15           | 400 | step | 120
            /api/density/series?level=communes&from=2018-01-01&to=2019-08-15&classes=best | 400 | classes | jenks
            /api/density/series?level=communes&from=2018-01-01&to=2019-08-15&classes=fixed | 400 | breaks | breaks
            /api/density/series?level=communes&from=2018-01-01&to=2019-08-15&classCount=1 | 400 | classCount | 9
            /api/density/series?level=communes&from=2018-01-01&to=2019-08-15&measure=risk | 400 | measure | per-1000
            /api/density/profile?from=2018-01-01&to=2019-08-15&category=NOPE           | 400 | category | TTXH
            /api/incidents?from=-999999999-01-01                                       | 400 | from | 2019-08-15
            /api/incidents?from=2019-08-16&to=2019-08-15                               | 400 | from | đổi lại
            /api/incidents?category=%00                                                | 400 | category | TTXH
            /api/incidents?severity=%00                                                | 400 | severity | CAP_I
            /api/incidents?bbox=1,2,3                                                  | 400 | bbox | tây,nam,đông,bắc
            /api/incidents?bbox=106,20,105,19                                          | 400 | bbox | tây,nam,đông,bắc
            /api/incidents?bbox=NaN,19,106,20                                          | 400 | bbox | tây,nam,đông,bắc
            /api/incidents?bbox=1e400,19,106,20                                        | 400 | bbox | tây,nam,đông,bắc
            /api/incidents?areaId=first                                                | 400 | areaId | số
            /api/incidents?areaId=99999999999999999999                                 | 400 | areaId | số
            /api/incidents?areaId=999999                                               | 404 | | 999999
            /api/incidents?mine=perhaps                                                | 400 | mine | true, false
            /api/incidents?limit=0                                                     | 400 | limit | 1000
            /api/incidents?limit=1001                                                  | 400 | limit | 1000
            /api/incidents?cursor=AAAA                                                 | 400 | cursor | next
            /api/incidents?cursor=%00                                                  | 400 | cursor | next
            /api/incidents?q=1                                                         | 400 | q | cursor
            /api/incidents?boundaryDay=today&nearBorder=perhaps                        | 400 | nearBorder | true, false
            /api/incidents?within=1&boundaryDay=                                       | 400 | boundaryDay | 2019-08-15
            /api/incidents?state=RECEIVED                                              | 400 | state | received
            /api/incidents/summary?majorCase=perhaps                                   | 400 | majorCase | true, false
            /api/incidents/summary?limit=1                                             | 400 | limit | category
            /api/incidents/comparison?from=2019-01-01                                  | 400 | to | to
            /api/incidents/comparison?from=2018-01-01&to=2019-08-15&within=first       | 400 | within | số
            /api/features/hamlets                                                      | 404 | collectionId | villages
            /api/features/communes?day=x                                               | 400 | day | 2019-08-15
            /api/features/communes?bbox=x                                              | 400 | bbox | tây,nam,đông,bắc
            /api/territory/search                                                      | 400 | q | q
            /api/territory/units/999999                                                | 404 | | 999999
            /api/territory/units/first                                                 | 400 | id | số
            /api/territory/locate?longitude=1&latitude=20                              | 400 | longitude | 102
            /api/territory/locate?longitude=105&latitude=50                            | 400 | latitude | 24
            /api/territory/locate?longitude=NaN&latitude=20                            | 400 | longitude | 102
            /api/coordinates?crs=EPSG:5897&x=1&y=1                                     | 422 | | Việt Nam
            /api/coordinates?crs=EPSG:5897&x=NaN&y=1                                   | 422 | | Việt Nam
            /api/coordinates?crs=EPSG:5897                                             | 400 | x | x, y
            /api/coordinates?crs=EPSG:1&x=1&y=1                                        | 400 | crs | /api/crs
            /api/safety/1999                                                           | 400 | year | 2008
            /api/safety/last                                                           | 400 | year | số
            /api/safety/2019?boundaryDay=x                                             | 400 | boundaryDay | 2019-08-15
            /api/exports/communes.dwg                                                  | 404 | file | shp.zip, gpkg, geojson, kml, csv
            /api/exports/all.csv                                                       | 404 | collectionId | villages
            /api/exports/communes.geojson?crs=EPSG:9210                                | 422 | crs | EPSG:4326
            /api/exports/communes.kml?crs=EPSG:9210                                    | 422 | crs | EPSG:4326
            /api/exports/communes.csv?geometry=ewkb                                    | 400 | geometry | wkt
            /api/exports/incidents.csv?category=XXX                                    | 400 | category | TTXH
            /api/exports/communes                                                      | 404 | file | shp.zip
            /api/exports/hamlets.shp.zip                                               | 404 | collectionId | villages
            /api/exports/communes.shp.zip?crs=EPSG:1                                   | 400 | crs | EPSG:9210
            /api/exports/communes.shp.zip?crs=%00                                      | 400 | crs | EPSG:9210
            /api/exports/communes.shp.zip?from=2019-08-16                              | 400 | to | to
            /api/exports/communes.shp.zip?from=2019-08-16&to=2019-08-15                | 400 | from | đổi lại
            /api/exports/communes.shp.zip?bbox=x                                       | 400 | bbox | tây,nam,đông,bắc
            /api/exports/communes.shp.zip?year=1999                                    | 400 | year | 2008
            /api/exports/communes.shp.zip?boundaryday=2019-01-01                       | 400 | boundaryday | boundaryDay
            /api/nothing                                                               | 404 | | đường dẫn
            /api//session                                                              | 400 | | swagger-ui
            /api/session;a=b                                                           | 400 | | swagger-ui
            """)
    void explainsAWrongQuestion(String question, int status, String parameter, String says) {
        JsonNode problem = problem(as("officer").get(question), status);

        if (parameter != null) {
            assertThat(text(problem, "parameter")).isEqualTo(parameter);
        }
        assertThat(problem.get("detail").asString()).contains(says);
    }

    /** Spring would fill a parameter that is not there from a header of its name. */
    @Test
    void takesNoParameterFromAHeader() {
        String incidents = "/api/incidents?from=2018-01-01&to=2019-08-15&limit=1";

        assertThat(as("officer")
                        .get(incidents, "Category", "TNGT", "State", "nonsense")
                        .body())
                .isEqualTo(as("officer").get(incidents).body());
    }

    @Test
    void anAnswerInAnotherFormIsRefused() {
        problem(as("officer").get("/api/crs", "Accept", "application/xml"), 406);
    }

    @Test
    void speaksTheCallersLanguage() {
        String question = "/api/density/communes?from=2019-08-16&to=2019-08-15";

        assertThat(text(problem(as("officer").get(question), 400), "title")).isEqualTo("Khoảng thời gian ngược");
        assertThat(text(problem(as("officer").get(question, "Accept-Language", "en-US,en;q=0.9"), 400), "title"))
                .isEqualTo("Period runs backwards");
        assertThat(text(problem(as("officer").get(question, "Accept-Language", "fr"), 400), "title"))
                .isEqualTo("Khoảng thời gian ngược");
        assertThat(text(problem(anonymous().get("/api/session", "Accept-Language", "en"), 401), "title"))
                .isEqualTo("Sign-in needed");
    }
}
