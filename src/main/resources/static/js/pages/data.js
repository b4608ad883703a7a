import { loadDensity, loadSafety } from '../api/figures.js'
import { loadIncidents } from '../api/incidents.js'
import { loadPlacedEntries } from '../api/movement.js'
import { loadFeatures } from '../api/territory.js'
import { VILLAGE_KINDS, joinRows } from '../model/figures.js'

/**
 * Loads what one state of the page shows. A newer load cancels the older one; shapes are kept, because boundaries of a
 * day seldom change while somebody looks.
 * @param {object} session
 */
export function createLoader(session) {
  const shapes = new Map()
  let running = null

  function features(collection, day, within, options) {
    const key = `${collection}|${day}|${within}`
    if (!shapes.has(key)) {
      const promise = loadFeatures(collection, { day, within }, options).then((answer) => answer.features.map(withTextId))
      promise.catch(() => shapes.delete(key))
      shapes.set(key, promise)
    }
    return shapes.get(key)
  }

  return {
    provinces: () => features('provinces'),

    /** Boundaries or roads were changed here: they are asked for anew. */
    forgetShapes: () => shapes.clear(),

    /** @returns {Promise<boolean>} the area belongs to the territory of the place on that day */
    async holds(place, level, day, areaId) {
      return (await features(level, day, place.id)).some((feature) => feature.id === String(areaId))
    },

    /**
     * @param {object} state resolved view state (see pages/state.js) @param {{id: number}} place
     * @returns {Promise<object|null>} rows and shapes, null when a newer load has begun
     */
    async load(state, place) {
      running?.abort()
      const mine = new AbortController()
      running = mine
      const options = { signal: mine.signal }
      const { from, to, year, asOf } = state
      const within = place.id
      // A status belongs to the areas of its own window, a figure to those of the period's last day; an explicit day wins.
      const ownDay = state.theme === 'status' && !state.day
      const early = ownDay ? await loadSafety(year, null, asOf, options) : null
      const day = state.day ?? early?.boundaryDay ?? to
      const [communes, residential, roads, teams, movement, density, safety, roadDensity, points] = await Promise.all([
        features('communes', day, within),
        features('residential-areas', day, within),
        state.layers.includes('road-segments') ? features('road-segments', day, within) : [],
        state.layers.includes('security-teams') ? features('security-teams', day, within) : [],
        state.layers.includes('movement') ? loadPlacedEntries({ from, to, within }, options) : [],
        loadDensity(state.level, { from, to, boundaryDay: day, within }, options),
        early ?? loadSafety(year, day, asOf, options),
        state.layers.includes('road-segments')
          ? loadDensity('road-segments', { from, to, boundaryDay: day, within }, options)
          : null,
        state.layers.includes('incidents') && session.rights.viewIncidentPoints
          ? loadIncidents({ from, to, within, boundaryDay: day }, options)
          : { incidents: [], complete: true },
      ])
      if (running !== mine) return null
      const shown = residential.filter((feature) =>
        state.layers.includes(VILLAGE_KINDS.has(feature.properties.kind) ? 'villages' : 'residential-blocks'),
      )
      const levelFeatures = state.level === 'communes' ? communes : residential
      return {
        boundaryDay: day,
        communes,
        residential: shown,
        allLevelFeatures: levelFeatures,
        allResidential: residential,
        roads,
        teams,
        movement,
        density,
        safety,
        roadDensity,
        incidents: points.incidents,
        incidentsComplete: points.complete,
        rows: joinRows(levelFeatures, density, safety),
      }
    },

    /**
     * Only the figures, for the shapes that are on view; a load that begins meanwhile goes before.
     * @param {object} state @param {object} data what load() gave
     * @returns {Promise<object|null>} what takes the place of the old figures, null when a newer load has begun
     */
    async loadFigures({ from, to, year, asOf, level, layers }, { boundaryDay, allLevelFeatures }) {
      const before = running
      const period = { from, to, boundaryDay }
      const [density, safety, roadDensity] = await Promise.all([
        loadDensity(level, period),
        loadSafety(year, boundaryDay, asOf),
        layers.includes('road-segments') ? loadDensity('road-segments', period) : null,
      ])
      if (running !== before) return null
      return { density, safety, roadDensity, rows: joinRows(allLevelFeatures, density, safety) }
    },
  }
}

function withTextId(feature) {
  return { ...feature, id: String(feature.id ?? feature.properties.id) }
}
