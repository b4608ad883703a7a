package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Draws the pictures of docs/user-guide.md anew, after the page has changed:
 * {@code mvn test -Dtest=UserGuideImages}.
 */
class UserGuideImages extends MarkingContract {

    private static final Path FOLDER = Path.of("docs/images");
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 700;

    @Override
    void marksAnIncidentOnTheMapAndSeesTheCountRise(Screen screen) {
        // Shown by OfficerBrowserTests; here are only pictures.
    }

    @Test
    void signInAndPassword() {
        MapPage map = newVisitor(Screen.DESKTOP).open("/?tab=map");
        map.page().setViewportSize(WIDTH, HEIGHT);
        assertThat(map.find("login-submit")).isVisible();
        draw(map, "dang-nhap");
        map.signIn("leader");
        map.find("account-button").click();
        assertThat(map.find("password-open")).isVisible();
        draw(map, "tai-khoan");
    }

    @Test
    void overview() {
        MapPage page = signIn(Screen.DESKTOP, "leader");
        page.page().setViewportSize(WIDTH, 1000);
        page.open("/overview?within="
                + ask("leader", "/api/session").path("places").get(0).path("id").asString());
        assertThat(page.find("overview-figures")).isVisible();
        draw(page, "tong-quan");
    }

    @Test
    void rates() {
        MapPage page = signIn(Screen.DESKTOP, "leader");
        page.page().setViewportSize(WIDTH, 1250);
        page.open("/density?from=2018-01-01&to=2019-08-15");
        assertThat(page.find("density-table")).isVisible();
        page.page().waitForTimeout(500);
        draw(page, "phan-tich-mat-do");
    }

    @Test
    void leader() {
        MapPage map = desktop("leader", "/?tab=map");
        draw(map, "lanh-dao-mat-do");
        map.find("period-button").click();
        assertThat(map.find("period-apply")).isEnabled();
        draw(map, "lanh-dao-ky-so-lieu");
        map.page().keyboard().press("Escape");
        map.colourBy("status");
        map.find("year-select").selectOption("2018");
        map.loaded();
        map.openFromTable("Khu phố 2");
        draw(map, "lanh-dao-tinh-trang");
    }

    @Test
    void officer() {
        MapPage phone = startAMark(signIn(Screen.PHONE, "officer"));
        draw(phone, "can-bo-dat-vi-tri");
        fillIn(phone, "Khu phố 4");
        phone.find("mark-where").scrollIntoViewIfNeeded();
        phone.page().locator(".panel-body").evaluate("it => it.scrollTop = 0");
        draw(phone, "can-bo-bieu-mau");
        phone.find("mark-cancel").click();

        JsonNode incident = ask("officer", "/api/incidents?from=2019-08-01&to=2019-08-10&category=TTXH")
                .path("incidents")
                .get(0);
        MapPage map =
                desktop("officer", "/?selected=incident:" + incident.path("id").asString());
        map.showTab("incidents");
        map.choose("incidents-period");
        assertThat(map.page().locator(".incident-item").first()).isVisible();
        draw(map, "can-bo-vu-viec");
    }

    @Test
    void planner() {
        MapPage map = desktop("planner", "/");
        map.find("export-open").click();
        assertThat(map.find("export-download")).isEnabled();
        draw(map, "quy-hoach-xuat");
    }

    @Test
    void drawing() {
        MapPage map = desktop(
                "planner", "/?tab=map&from=2026-01-01&to=2026-12-31&place=" + traLinh() + "&view=106.326,22.823,15.5");
        map.find("draw-open").click();
        map.page().waitForTimeout(1500);
        for (int[] place : new int[][] {{470, 150}, {570, 250}, {610, 420}, {470, 400}}) {
            map.page().mouse().click(place[0], place[1]);
            map.page().waitForTimeout(200);
        }
        map.find("draw-close").click();
        map.find("draw-name").fill("9");
        map.find("draw-check").click();
        assertThat(map.find("draw-result")).isVisible();
        map.page().locator(".panel-body").evaluate("it => it.scrollTop = 0");
        draw(map, "quy-hoach-ve");
        map.find("draw-cancel").click();
        map.find("draw-drop").click();
    }

    private String traLinh() {
        for (JsonNode place : ask("planner", "/api/session").path("places")) {
            if (place.path("name").asString().contains("Trà Lĩnh")) {
                return place.path("id").asString();
            }
        }
        throw new AssertionError("The planner has no Trà Lĩnh.");
    }

    private MapPage desktop(String account, String path) {
        MapPage map = newVisitor(Screen.DESKTOP);
        map.page().setViewportSize(WIDTH, HEIGHT);
        return map.open(path).signIn(account);
    }

    /** Without the caret and the focus ring's chance position; packed as tightly as PNG allows. */
    private static void draw(MapPage map, String name) {
        map.page().mouse().move(5, HEIGHT - 5);
        byte[] screenshot = map.page().screenshot(new Page.ScreenshotOptions());
        try {
            write(ImageIO.read(new ByteArrayInputStream(screenshot)), FOLDER.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(0);
        // In memory first: a stream onto the file would leave the tail of a longer, older picture behind.
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        Files.write(file, bytes.toByteArray());
    }
}
