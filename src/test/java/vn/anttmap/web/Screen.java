package vn.anttmap.web;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.function.Consumer;
import vn.anttmap.testing.Browser;

/**
 * The two screens on which every main flow has to work. A test runs on both where the layout decides (marking, reading
 * figures and statuses, every state that axe looks at), else on the one that its user has: a run on both costs five
 * seconds more.
 */
enum Screen {
    /** The small notebook of an office: 1366 × 768 CSS pixels. */
    DESKTOP {
        @Override
        Page open(Browser browser, Consumer<NewContextOptions> more) {
            return browser.newPage(1366, 768, STANDING_STILL.andThen(more));
        }
    },
    /** A small phone with touch: 360 × 740 CSS pixels. */
    PHONE {
        @Override
        Page open(Browser browser, Consumer<NewContextOptions> more) {
            return browser.newPhonePage(STANDING_STILL.andThen(more));
        }
    };

    /** The map jumps where it would glide, so that a test need not wait for the end of a move. */
    private static final Consumer<NewContextOptions> STANDING_STILL =
            options -> options.setReducedMotion(ReducedMotion.REDUCE);

    /** An empty page of this screen, with more options such as a position. */
    abstract Page open(Browser browser, Consumer<NewContextOptions> more);
}
