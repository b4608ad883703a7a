package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A leader browses: where incidents concentrate, which area holds the title and why, in which period. */
class LeaderBrowserTests extends MapTest {

    @ParameterizedTest
    @EnumSource(Screen.class)
    void seesTheDensityOfTheResidentialBlocksWithItsLegend(Screen screen) {
        MapPage map = signIn(screen, "leader");

        map.showTab("table");
        assertThat(map.tableNames()).containsExactly("Khu phố 2", "Khu phố 4", "Khu phố 3", "Khu phố 1", "Khu phố 5");
        assertThat(map.tableColumn(1)).as("45 in all").containsExactly("14", "11", "9", "6", "5");
        map.showTab("map");
        assertThat(map.find("summary-count")).hasText("45");
        assertThat(map.find("period-words")).containsText("01/01/2018 – 15/08/2019");
        browser.screenshot(map.page(), "leader-density-" + screen);
        map.showMap();
        Locator legend = map.find("legend");
        if (screen == Screen.PHONE) {
            legend.locator("summary").click();
        }
        assertThat(legend).containsText("vụ/km²·năm");
        assertThat(legend).containsText("Khu dân cư");
        assertThat(legend).containsText("01/01/2018 – 15/08/2019");
        assertThat(legend).containsText("Ranh giới ngày 15/08/2019");
        assertThat(legend.locator(".legend-item")).not().hasCount(0);
        browser.screenshot(map.page(), "leader-legend-" + screen);
    }

    /** 45 incidents / 1.47 km² official area / (592 days / 365.25) = 18.89 per km² and year. */
    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "DESKTOP")
    void readsTheDensityOfTheTownWithAVietnameseDecimalComma(Screen screen) {
        MapPage map = signIn(screen, "leader").divideBy("communes");

        map.openFromTable("Thị trấn Quán Lào");

        assertThat(map.find("panel-count")).hasText("45");
        assertThat(map.find("panel-density")).hasText("18,89");
        assertThat(map.find("panel")).containsText("1,47 km² (số công bố)");
        browser.screenshot(map.page(), "leader-commune-" + screen);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void readsWhyAnAreaHasItsStatus(Screen screen) {
        MapPage map = signIn(screen, "leader").colourBy("status");
        map.find("year-select").selectOption("2018");
        map.loaded();
        String id = map.showTab("table").idOf("Khu phố 2");
        map.showMap();

        map.pick(map.pointInside(id));

        assertThat(map.page().locator(".panel-title")).hasText("Khu phố 2");
        assertThat(map.find("panel-status")).hasText("Chưa đạt");
        assertThat(map.find("panel")).containsText("17/11/2018");
        assertThat(map.find("panel")).containsText("28/QĐ-UBND");
        assertThat(map.find("panel-hint")).containsText("cần kiểm tra");
        assertThat(map.find("panel-hint")).containsText("Không đủ số liệu");
        browser.screenshot(map.page(), "leader-status-" + screen);
        map.find("criteria").locator("> summary").click();
        assertThat(map.find("criterion")).hasCount(5);
        assertThat(map.find("criteria")).containsText("Thông tư 23/2012/TT-BCA");
        assertThat(map.find("criterion").nth(4)).containsText("cần kiểm tra");
        map.find("criterion").nth(2).scrollIntoViewIfNeeded();
        browser.screenshot(map.page(), "leader-criteria-" + screen);
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "PHONE")
    void changesThePeriodAndTheFiguresFollow(Screen screen) {
        int expected = 0;
        for (JsonNode area : ask("leader", "/api/density/communes?from=2018-01-01&to=2018-12-31")
                .path("areas")) {
            if (area.path("fullName").asString().equals("Thị trấn Quán Lào")) {
                expected = area.path("count").asInt();
            }
        }
        assertThat(expected).isBetween(1, 44);
        MapPage map = signIn(screen, "leader");

        map.period("01/01/2018", "31/12/2018");

        map.showTab("map");
        assertThat(map.find("summary-count")).hasText(String.valueOf(expected));
        assertThat(map.find("period-button")).containsText("31/12/2018");
        assertThat(map.find("legend")).containsText("Ranh giới ngày 31/12/2018");
    }

    @Test
    void isToldWhereTheRegisterDoesNotReach() {
        MapPage map = signIn(Screen.DESKTOP, "leader").goTo("Yên Định").divideBy("communes");

        map.openFromTable("Xã Định Long");

        assertThat(map.find("panel-count")).hasText("Không đủ số liệu");
        assertThat(map.find("panel-density")).hasCount(0);
        assertThat(map.find("legend")).containsText("Không đủ số liệu");
    }

    @Test
    void sortsTheTableAndOpensAnAreaWithTheKeyboardAlone() {
        MapPage map = signIn(Screen.DESKTOP, "leader");
        map.tabTo(map.find("tab-map"));
        map.page().keyboard().press("ArrowRight");
        assertThat(map.find("tab-table")).isFocused();

        map.tabTo(map.find("sort-count"));
        map.page().keyboard().press("Enter");

        assertThat(map.page().locator("th:has([data-testid=sort-count])")).hasAttribute("aria-sort", "ascending");
        assertThat(map.tableColumn(1)).containsExactly("5", "6", "9", "11", "14");
        map.tabTo(map.page().locator("[data-testid=facts-table] tr:nth-child(2) .row-button"));
        map.page().keyboard().press("Enter");
        assertThat(map.page().locator(".panel-title")).hasText("Khu phố 1");
        map.page().keyboard().press("Escape");
        assertThat(map.find("panel")).isHidden();
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "PHONE")
    void findsAPlaceWithoutDiacritics(Screen screen) {
        MapPage map = signIn(screen, "leader");

        map.find("search-input").fill("quan lao");
        Locator town = map.find("search-option").filter(new Locator.FilterOptions().setHasText("Thị trấn Quán Lào"));
        assertThat(town.first()).isVisible();
        map.page().keyboard().press("Enter");

        assertThat(map.page().locator(".panel-title")).hasText("Thị trấn Quán Lào");
        map.loaded();
        assertThat(map.find("panel-count")).hasText("45");
    }

    @Test
    void sendsALinkThatShowsAnotherPersonTheSameView() {
        MapPage map = signIn(Screen.DESKTOP, "leader").divideBy("communes").period("01/01/2018", "31/12/2018");
        map.openFromTable("Thị trấn Quán Lào");
        String count = map.find("panel-count").innerText();
        assertThat(map.page()).hasURL(Pattern.compile("selected=area:\\d+.*view="));
        String link = map.page().url();

        MapPage other = newVisitor(Screen.DESKTOP).open(link).signIn("planner");

        assertThat(other.page().locator(".panel-title")).hasText("Thị trấn Quán Lào");
        assertThat(other.find("panel-count")).hasText(count);
        assertThat(other.find("tab-table")).hasAttribute("aria-selected", "true");
        assertThat(other.find("period-button")).containsText("01/01/2018 – 31/12/2018");
        assertThat(other.page().url()).endsWith(link.replaceFirst(".*view=", "view="));
    }

    @Test
    void goesBackToWhatWasLookedAtBefore() {
        MapPage map = signIn(Screen.DESKTOP, "leader");
        map.divideBy("communes");
        map.colourBy("count");

        map.page().goBack();
        map.loaded();

        assertThat(map.find("theme-density")).isChecked();
        assertThat(map.find("level-communes")).isChecked();
        map.page().goBack();
        map.loaded();
        assertThat(map.find("level-residential-areas")).isChecked();
        map.page().goForward();
        map.loaded();
        assertThat(map.find("level-communes")).isChecked();
    }

    @ParameterizedTest
    @EnumSource(value = Screen.class, names = "DESKTOP")
    void readsTheSameInEnglish(Screen screen) {
        MapPage map = signIn(screen, "leader").divideBy("communes");
        map.showMap();

        map.find("account-button").click();
        map.find("lang-en").click();
        map.loaded();

        assertThat(map.page().locator("html")).hasAttribute("lang", "en");
        assertThat(map.find("legend")).containsText("Incident density");
        map.openFromTable("Thị trấn Quán Lào");
        assertThat(map.find("panel-density")).hasText("18.89");
    }
}
