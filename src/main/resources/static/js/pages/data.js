import { loadDensity, loadSafety } from '../api/figures.js'
import { loadIncidents } from '../api/incidents.js'
import { loadPlacedEntries } from '../api/movement.js'
import { loadFeatures } from '../api/territory.js'
import { VILLAGE_KINDS, joinRows } from '../model/figures.js'
import { gridBox, isLarge } from '../model/tiles.js'

/**
 * Loads what one state of the page shows. A newer load cancels the older one; shapes are kept, because boundaries of a
 * day seldom change while somebody looks.
 * @param {object} session
 */
export function createLoader(session) {
  const shapes = new Map()
  let running = null
  let nearing = null

  function features(collection, day, within, options, bbox = null) {
    const key = `${collection}|${day}|${within}|${bbox}`
    if (!shapes.has(key)) {
      const promise = loadFeatures(collection, { day, within, bbox }, options).then((answer) => answer.features.map(withTextId))
      promise.catch(() => shapes.delete(key))
      shapes.set(key, promise)
    }
    return shapes.get(key)
  }

  return {
    provinces: () => features('provinces'),

    /** Boundaries or roads were changed here: they are asked for anew. */
    forgetShapes: () => shapes.clear(),

    /** @returns {Promise<boolean>} the area, which lies in the box, belongs to the territory of the place on that day */
    async holds(place, level, day, areaId, box) {
      return (await features(level, day, place.id, {}, isLarge(place) ? box : null)).some((feature) => feature.id === String(areaId))
    },

    /**
     * The shapes of a large place are not part of it: tiles show them from afar, {@link loadNear} brings those in sight.
     * @param {object} state resolved view state (see pages/state.js) @param {{id: number, bbox: number[]}} place
     * @returns {Promise<object|null>} rows and shapes, null when a newer load has begun
     */
    async load(state, place) {
      running?.abort()
      const mine = new AbortController()
      running = mine
      const options = { signal: mine.signal }
      const { from, to, year, asOf } = state
      const within = place.id
      const large = isLarge(place)
      // A status belongs to the areas of its own window, a figure to those of the period's last day; an explicit day wins.
      const ownDay = state.theme === 'status' && !state.day
      const early = ownDay ? await loadSafety(year, null, asOf, options) : null
      const day = state.day ?? early?.boundaryDay ?? to
      const [communes, residential, roads, teams, movement, density, safety, roadDensity, points] = await Promise.all([
        large ? [] : features('communes', day, within),
        large ? [] : features('residential-areas', day, within),
        state.layers.includes('road-segments') && !large ? features('road-segments', day, within) : [],
        state.layers.includes('security-teams') ? features('security-teams', day, within) : [],
        state.layers.includes('movement') ? loadPlacedEntries({ from, to, within }, options) : [],
        loadDensity(state.level, { from, to, boundaryDay: day, within }, options),
        early ?? loadSafety(year, day, asOf, options),
        state.layers.includes('road-segments')
          ? loadDensity('road-segments', { from, to, boundaryDay: day, within }, options)
          : null,
        state.layers.includes('incidents') && session.rights.viewIncidentPoints && !large
          ? loadIncidents({ from, to, within, boundaryDay: day }, options)
          : { incidents: [], complete: true },
      ])
      if (running !== mine) return null
      const levelFeatures = large ? named(density, state.level) : state.level === 'communes' ? communes : residential
      return {
        boundaryDay: day,
        large,
        bbox: place.bbox,
        communes,
        residential: shownOf(state, residential),
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
     * Shapes, roads and incidents of a large place that are in sight; a newer call cancels the older one.
     * @param {object} state @param {{id: number}} place @param {string} day whose areas @param {number[]} bbox in sight
     * @returns {Promise<object|null>} to be laid over what load() gave, null when something newer has begun
     */
    async loadNear(state, place, day, bbox) {
      nearing?.abort()
      const mine = new AbortController()
      nearing = mine
      const before = running
      const options = { signal: mine.signal }
      const [within, box] = [place.id, gridBox(bbox).join(',')]
      const [communes, residential, roads, points] = await Promise.all([
        features('communes', day, within, options, box),
        features('residential-areas', day, within, options, box),
        state.layers.includes('road-segments') ? features('road-segments', day, within, options, box) : [],
        state.layers.includes('incidents') && session.rights.viewIncidentPoints
          ? loadIncidents({ from: state.from, to: state.to, within, boundaryDay: day, bbox: box }, options)
          : { incidents: [], complete: true },
      ])
      if (nearing !== mine || running !== before) return null
      return {
        communes,
        residential: shownOf(state, residential),
        allResidential: residential,
        roads,
        incidents: points.incidents,
        incidentsComplete: points.complete,
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

function shownOf({ layers }, residential) {
  return residential.filter((feature) =>
    layers.includes(VILLAGE_KINDS.has(feature.properties.kind) ? 'villages' : 'residential-blocks'),
  )
}

/** The areas as the figures name them, where their shapes are not here. */
function named(density, level) {
  return density.areas.map(({ id, name, fullName, kind, kindLabel, parentName, synthetic }) => ({
    id: String(id),
    properties: { id, name, fullName, kind, kindLabel, parentName, synthetic, level: level === 'communes' ? 'commune' : 'residential-area' },
  }))
}

function withTextId(feature) {
  return { ...feature, id: String(feature.id ?? feature.properties.id) }
}
