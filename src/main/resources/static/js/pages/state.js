import { LAYERS, readState, writeState } from '../model/urlstate.js'
import { createStore } from '../model/store.js'

const USUAL_LAYERS = ['communes', 'villages', 'residential-blocks', 'road-segments', 'incidents']

/** How long a map may be moved before the address follows. */
const ADDRESS_DELAY_MS = 300

/** @param {object} session @param {string} search @returns {object} a state in which place, period, year and layers are never null */
export function resolveState(session, search) {
  const asked = readState(search)
  const period = asked.from
    ? asked
    : (session.defaultPeriod ?? { from: `${session.today.slice(0, 4)}-01-01`, to: session.today })
  const layers = (asked.layers ?? USUAL_LAYERS).filter(
    (layer) => layer !== 'incidents' || session.rights.viewIncidentPoints,
  )
  return {
    ...asked,
    place: placeOf(session, asked.place)?.id ?? null,
    // A link to a place of somebody else's: the account's own place is shown instead, not an empty stretch of map.
    view: asked.place && !session.places.some((place) => String(place.id) === asked.place) ? null : asked.view,
    from: period.from,
    to: period.to,
    // A day that is not over is the present.
    asOf: asked.asOf && asked.asOf < session.today ? asked.asOf : null,
    year: asked.year ?? Number(period.to.slice(0, 4)),
    layers: LAYERS.filter((layer) => layers.includes(layer)),
  }
}

/** @returns {object|null} the place with this id, else the first */
export function placeOf(session, id) {
  return session.places.find((place) => String(place.id) === String(id)) ?? session.places[0] ?? null
}

/** @param {object} session @returns {number[]} assessment years that can be chosen, newest first */
export function assessmentYears(session) {
  const newest = Number(session.today.slice(0, 4))
  const covered = (session.coverage ?? []).map((entry) => Number(entry.from.slice(0, 4)))
  const oldest = Math.min(newest - 5, ...covered.map((year) => year - 1))
  return Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index)
}

/** The store and the address of the page, each following the other. */
export function createPageState(session) {
  const store = createStore(resolveState(session, window.location.search))
  let timer = null

  const address = () => window.location.pathname + writeState(store.get())
  window.history.replaceState(null, '', address())

  store.subscribe((_, changed, { fromAddress }) => {
    if (fromAddress) return
    clearTimeout(timer)
    // Moving the map is no step that "back" should undo.
    const onlyMoved = changed.size === 1 && changed.has('view')
    if (onlyMoved) timer = setTimeout(() => window.history.replaceState(null, '', address()), ADDRESS_DELAY_MS)
    else window.history.pushState(null, '', address())
  })
  window.addEventListener('popstate', () =>
    store.set(resolveState(session, window.location.search), { fromAddress: true }),
  )
  return store
}
