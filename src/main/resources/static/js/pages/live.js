import { openLive } from '../api/live.js'
import { loadIncident } from '../api/incidents.js'

/** Several marks at once are drawn once; the first one is not kept waiting. */
const FIRST_WAIT_MS = 300
const SHORTEST_INTERVAL_MS = 1000
/** A page that nobody looks at gives its connection back: a browser has six for each service. */
const HIDDEN_FOR_MS = 30_000
const AFTER_REFUSAL_MS = 60_000
/** More changes than this are loaded as a whole. */
const MOST_ONE_BY_ONE = 20

/**
 * Keeps the map at what others mark meanwhile. It moves neither map nor focus.
 * @param {object} page what pages/map.js has put together
 */
export function createLive(page) {
  const { t, format, session, store, messages } = page
  const pending = new Map()
  let stream = null
  let connections = 0
  let missed = false
  let timer = null
  let lastRun = 0
  let hidden = null
  let refused = null

  function start() {
    if (stream || document.hidden || !navigator.onLine) return
    clearTimeout(refused)
    stream = openLive({
      onHello() {
        connections += 1
        // What was told before this connection is lost, except at the very first one: the page is loading then.
        if (connections > 1) miss()
      },
      onIncident(event) {
        pending.set(event.id, event)
        plan()
      },
      onMissed: miss,
      onRefused() {
        stop()
        refused = setTimeout(start, AFTER_REFUSAL_MS)
      },
    })
  }

  function stop() {
    stream?.close()
    stream = null
  }

  function miss() {
    missed = true
    plan()
  }

  function plan() {
    timer ??= setTimeout(run, Math.max(FIRST_WAIT_MS, lastRun + SHORTEST_INTERVAL_MS - Date.now()))
  }

  async function run() {
    timer = null
    lastRun = Date.now()
    if (!page.getData()) return
    const changes = [...pending.values()].filter(({ id, version }) => !page.hasWritten(id, version))
    const everything = missed || changes.length > MOST_ONE_BY_ONE
    pending.clear()
    missed = false
    if (everything) return page.reload()
    if (!changes.length) return
    try {
      await page.freshen(await load(changes))
    } catch (error) {
      // The next event, or the next load of the person's own, brings it.
      if (error.name !== 'ApiProblem' && error.name !== 'AbortError') throw error
      return
    }
    messages.announce(t('live.new', { count: format.count(changes.length) }))
    changes.forEach(({ id }) => store.get().selected === `incident:${id}` && showAgain())
  }

  /** @returns {Promise<Map<string, object|null>>} the points that changed, null for one that is not there any more */
  async function load(changes) {
    if (!session.rights.viewIncidentPoints || !store.get().layers.includes('incidents')) return new Map()
    const entries = changes.map(async ({ id }) => {
      try {
        return [id, (await loadIncident(id)).body]
      } catch (error) {
        if (error.status === 404) return [id, null]
        throw error
      }
    })
    return new Map(await Promise.all(entries))
  }

  /** The panel of an incident follows, unless somebody is at work in it. */
  function showAgain() {
    const busy = page.marking.active || page.drawing.active || page.panel.element.contains(document.activeElement)
    if (!busy) page.selection.show()
    else messages.info(t('live.changed'), { label: t('live.show'), run: () => page.selection.show() })
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(hidden)
    if (document.hidden) hidden = setTimeout(stop, HIDDEN_FOR_MS)
    else start()
  })
  window.addEventListener('offline', stop)
  window.addEventListener('online', start)
  if (session.rights.readMap !== false) start()
}
