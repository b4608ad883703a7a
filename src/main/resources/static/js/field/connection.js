/** Whether the service can be reached, as its answers tell: a phone with bars of signal can be without a network. */

const PROBE_EVERY_MS = 20_000

/**
 * @param {{probe: () => Promise<boolean>}} options asks the service for a sign of life
 */
export function createConnection({ probe }) {
  const listeners = new Set()
  let state = { online: navigator.onLine, dataTime: null }
  let timer = null

  function set(change) {
    const next = { ...state, ...change }
    if (next.online === state.online && next.dataTime?.getTime() === state.dataTime?.getTime()) return
    const cameBack = next.online && !state.online
    state = cameBack ? { ...next, dataTime: null } : next
    for (const listener of listeners) listener(state, { cameBack })
    if (state.online) timer = clearInterval(timer)
    else timer ??= setInterval(probe, PROBE_EVERY_MS)
  }

  window.addEventListener('online', probe)
  window.addEventListener('offline', () => set({ online: false }))
  document.addEventListener('visibilitychange', () => !document.hidden && !state.online && probe())

  return {
    get: () => state,
    probe,
    /** @param {boolean} reached outcome of a request */
    heard: (reached) => set({ online: reached }),
    /** @param {Date} time of an answer that was kept; the oldest one on view counts */
    used(time) {
      if (!state.dataTime || time < state.dataTime) set({ online: false, dataTime: time })
    },
    /** @param {(state: {online: boolean, dataTime: Date|null}, event: {cameBack: boolean}) => void} listener */
    subscribe: (listener) => listeners.add(listener),
  }
}
