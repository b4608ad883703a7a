package vn.anttmap.incident;

import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the register into memory after the start, newest years first, so that no question waits for it. */
@Component
class CountedMonthsWarmUp implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CountedMonthsWarmUp.class);

    private final CountedMonths months;
    private volatile boolean over;

    CountedMonthsWarmUp(CountedMonths months) {
        this.months = months;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Thread thread = new Thread(this::readAll, "counted-months");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        over = true;
    }

    private void readAll() {
        long begin = System.nanoTime();
        try {
            CountedMonths.Reach reach = months.reach();
            LocalDate last = reach.last();
            while (!over && !last.isBefore(reach.first())) {
                LocalDate first = last.minusYears(1).plusDays(1);
                months.of(first, last);
                last = first.minusDays(1);
            }
            LOG.debug("Register read for counting in {} ms", (System.nanoTime() - begin) / 1_000_000);
        } catch (RuntimeException e) {
            // The first question will read what is missing, and say what is wrong.
            LOG.debug("Register not read ahead", e);
        }
    }
}
