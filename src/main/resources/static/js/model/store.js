/** The page's state in one place; views are told what changed. */

/**
 * @template {object} S
 * @param {S} initial
 */
export function createStore(initial) {
  let state = { ...initial }
  const listeners = new Set()
  return {
    /** @returns {Readonly<S>} */
    get: () => state,
    /** @param {Partial<S>} change @param {object} [options] handed to the listeners */
    set(change, options = {}) {
      const previous = state
      const keys = Object.keys(change).filter((key) => change[key] !== previous[key])
      if (!keys.length) return
      state = { ...state, ...change }
      for (const listener of listeners) listener(state, new Set(keys), options)
    },
    /** @param {(state: S, changed: Set<string>, options: object) => void} listener */
    subscribe(listener) {
      listeners.add(listener)
    },
  }
}
