package vn.anttmap.exchange.territoryimport;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Looks at files beside the request, a few at a time. The request has its answer when the time is over; the work itself ends
 * at its next step, and keeps its place until then. No thread is ever interrupted: that would close the embedded database's
 * file under all others.
 */
@Component
class LookRunner {

    private static final int AT_ONCE = 2;
    private static final int WAIT_SECONDS = 20;

    private final TerritoryImportSettings limits;

    /** A large file takes memory: more than these at once wait. */
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "territory-import");
        thread.setDaemon(true);
        return thread;
    });

    LookRunner(TerritoryImportSettings limits) {
        this.limits = limits;
    }

    /** @throws UserProblem when no place is free, or the time is over */
    <T> T run(Function<ImportBudget, T> work) {
        takePlace();
        ImportBudget budget = new ImportBudget(limits);
        Future<T> result;
        try {
            result = threads.submit(() -> {
                try {
                    return work.apply(budget);
                } finally {
                    places.release();
                }
            });
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
        try {
            return result.get(limits.longestLook().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            budget.stop();
            throw budget.tooSlow();
        } catch (InterruptedException e) {
            budget.stop();
            Thread.currentThread().interrupt();
            throw UserProblem.of(Kind.CONFLICT, "import-busy");
        } catch (ExecutionException e) {
            throw cause(e, budget);
        }
    }

    private static RuntimeException cause(ExecutionException e, ImportBudget budget) {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException failure) {
            return failure;
        }
        // A file that takes more than was counted takes it from this look alone.
        return cause instanceof OutOfMemoryError || cause instanceof StackOverflowError
                ? budget.tooLarge()
                : new IllegalStateException(cause);
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw UserProblem.of(Kind.CONFLICT, "import-busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UserProblem.of(Kind.CONFLICT, "import-busy");
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
