/** What was, what is, and what was undone: states are never changed, so a step back is the state that was. */

/**
 * @template T
 * @param {T} present
 * @param {{most?: number}} [options] most: how many steps can be undone
 */
export function createHistory(present, { most = 200 } = {}) {
  let past = []
  let future = []
  return {
    get present() {
      return present
    },
    get canUndo() {
      return past.length > 0
    },
    get canRedo() {
      return future.length > 0
    },
    /** A new step: what was undone before it is gone. The same state again is no step. @param {T} next */
    push(next) {
      if (next === present) return present
      past = [...past, present].slice(-most)
      future = []
      present = next
      return present
    },
    undo() {
      if (!past.length) return present
      future = [present, ...future]
      present = past[past.length - 1]
      past = past.slice(0, -1)
      return present
    },
    redo() {
      if (!future.length) return present
      past = [...past, present]
      ;[present, ...future] = future
      return present
    },
  }
}
