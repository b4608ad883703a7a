package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Five tokens a second, ten at once. */
class TokenBucketsTests {

    private final AtomicLong now = new AtomicLong();
    private final TokenBuckets buckets = new TokenBuckets(5, 10, now::get);

    @Test
    void aFullBucketIsTakenWithoutAPauseAndThenOneEveryFifthOfASecond() {
        for (int i = 0; i < 10; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isEqualTo(1);
        assertThat(buckets.take("b")).as("another caller").isZero();

        pass(200);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(1);
    }

    @Test
    void theSustainedRateIsNeverRefused() {
        for (int second = 0; second < 1_000; second++) {
            for (int i = 0; i < 5; i++) {
                assertThat(buckets.take("a")).isZero();
            }
            pass(1_000);
        }
    }

    /** 0.2 s for each of the tokens that are missing: 1 / 5 s, told in whole seconds. */
    @Test
    void whatIsChargedAfterwardsEmptiesTheBucketButMakesNoDebt() {
        buckets.charge("a", 1_000);

        assertThat(buckets.wait("a")).isEqualTo(1);
        pass(200);
        assertThat(buckets.wait("a")).isZero();
    }

    @Test
    void aSlowBucketTellsHowLongItTakes() {
        TokenBuckets slow = new TokenBuckets(1, 1, now::get);
        slow.charge("a", 1);
        pass(100);

        assertThat(slow.wait("a")).as("0.9 s").isEqualTo(1);
    }

    @Test
    void aBucketNeverHoldsMoreThanItsSize() {
        buckets.take("a");
        pass(60_000);
        for (int i = 0; i < 10; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isEqualTo(1);
    }

    private void pass(long milliseconds) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }
}
