package vn.anttmap.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import vn.anttmap.testing.Browser;

/** The two screens on which every main flow has to work. */
enum Screen {
    /** The small notebook of an office: 1366 × 768 CSS pixels. */
    DESKTOP {
        @Override
        Page open(Browser browser) {
            return browser.newPage(1366, 768, options -> options.setReducedMotion(ReducedMotion.REDUCE));
        }
    },
    /** A small phone with touch: 360 × 740 CSS pixels. */
    PHONE {
        @Override
        Page open(Browser browser) {
            return browser.newPage(
                    360,
                    740,
                    options -> options.setHasTouch(true)
                            .setIsMobile(true)
                            .setDeviceScaleFactor(2)
                            .setReducedMotion(ReducedMotion.REDUCE));
        }
    };

    /** An empty page. The map stands still after each move, so that a test need not wait for the end of one. */
    abstract Page open(Browser browser);
}
