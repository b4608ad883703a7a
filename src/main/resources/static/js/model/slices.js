/** Work in short slices, so that a finger on the map never waits for it. */

/** Longest slice, milliseconds: far below the 50 that a person notices, also where one step takes longer than the others. */
const SLICE_MS = 6

/**
 * Runs jobs one after another, each a generator whose steps are short.
 * @param {{now?: () => number, later?: (run: () => void) => void}} [clock] for tests
 */
export function createSlices({ now = () => performance.now(), later = (run) => setTimeout(run) } = {}) {
  const jobs = []
  let planned = false

  function plan() {
    if (planned || !jobs.length) return
    planned = true
    later(() => {
      planned = false
      work()
    })
  }

  function work() {
    const end = now() + SLICE_MS
    while (jobs.length && now() < end) {
      const job = jobs[0]
      let done
      try {
        done = job.next().done
      } catch (error) {
        jobs.shift()
        plan()
        throw error
      }
      // A step may have added jobs or taken some away.
      if (done && jobs[0] === job) jobs.shift()
    }
    plan()
  }

  return {
    /** @param {Generator} job @returns {() => void} call it to leave the rest of the job undone */
    add(job) {
      jobs.push(job)
      plan()
      return () => {
        const index = jobs.indexOf(job)
        if (index >= 0) jobs.splice(index, 1)
      }
    },
  }
}
