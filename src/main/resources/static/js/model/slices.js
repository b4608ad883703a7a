/** Work in short slices, so that a finger on the map never waits for it. */

/** Longest slice, milliseconds: far below the 50 that a person notices, also where one step takes longer than the others. */
const SLICE_MS = 6

const nextFrame = (run) => requestAnimationFrame(() => setTimeout(run))

/**
 * Runs jobs one after another, each a generator whose steps are short. One that yields 'frame' wants the browser to draw
 * before anything goes on.
 * @param {{now?: () => number, later?: (run: () => void) => void, frame?: (run: () => void) => void}} [clock] for tests
 */
export function createSlices({ now = () => performance.now(), later = (run) => setTimeout(run), frame = nextFrame } = {}) {
  const jobs = []
  let planned = false

  function plan(when = later) {
    if (planned || !jobs.length) return
    planned = true
    when(() => {
      planned = false
      work()
    })
  }

  function work() {
    const end = now() + SLICE_MS
    while (jobs.length && now() < end) {
      const job = jobs[0]
      let step
      try {
        step = job.next()
      } catch (error) {
        jobs.shift()
        plan()
        throw error
      }
      // A step may have added jobs or taken some away.
      if (step.done && jobs[0] === job) jobs.shift()
      if (step.value === 'frame') return plan(frame)
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
