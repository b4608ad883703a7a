/** When the map is drawn from tiles, from which ones, and what their features say in the terms of the page. */

import { STATUS_ORDER } from './palette.js'

/** Below this zoom areas are some pixels wide: shapes that can be reached one by one help nobody there. */
export const SHAPES_FROM_ZOOM = 10
/** More areas than this are drawn as shapes only from a zoom at which few of them are in sight. */
const MANY_AREAS = 500
const MANY_SHAPES_FROM_ZOOM = 12.5
/** A place that is wider or higher than this, degrees, is a province or more: its shapes are loaded for what is in sight. */
const LARGE_DEGREES = 0.6
/** Shapes in sight are asked for in boxes of this grid, degrees, so that a small move asks for nothing. */
const GRID_DEGREES = 0.1

/** The service gives the areas themselves from here on; below it, what is asked for is a tile of this zoom, drawn smaller. */
const LEAST_ZOOM = { communes: 6, 'residential-areas': 7, villages: 7, 'residential-blocks': 7, incidents: 0 }

/** @param {{bbox: number[]}|null} place */
export function isLarge(place) {
  if (!place) return false
  const [west, south, east, north] = place.bbox
  return east - west > LARGE_DEGREES || north - south > LARGE_DEGREES
}

/** @param {number} zoom of the map @param {number} areas how many there are to draw @returns {boolean} */
export function drawsTiles(zoom, areas) {
  return zoom < (areas > MANY_AREAS ? MANY_SHAPES_FROM_ZOOM : SHAPES_FROM_ZOOM)
}

/** @param {number[]} bbox west, south, east, north @returns {number[]} the boxes of the grid that it touches */
export function gridBox([west, south, east, north]) {
  const down = (degrees) => Number((Math.floor(degrees / GRID_DEGREES) * GRID_DEGREES).toFixed(3))
  const up = (degrees) => Number((Math.ceil(degrees / GRID_DEGREES) * GRID_DEGREES).toFixed(3))
  return [down(west), down(south), up(east), up(north)]
}

/**
 * @param {{theme: string, level: string, layers: string[], from: string, to: string, year: number}} state
 * @param {string} boundaryDay
 * @returns {{collection: string, theme: string, query: object, leastZoom: number}|null} null where nothing is coloured
 */
export function tileSource(state, boundaryDay) {
  const collection = coloured(state)
  if (!collection) return null
  const query =
    state.theme === 'status' ? { year: state.year, boundaryDay } : { from: state.from, to: state.to, boundaryDay }
  return { collection, theme: state.theme === 'status' ? 'status' : 'density', query, leastZoom: LEAST_ZOOM[collection] }
}

function coloured({ level, layers }) {
  if (level === 'communes') return layers.includes('communes') ? 'communes' : null
  const [villages, blocks] = [layers.includes('villages'), layers.includes('residential-blocks')]
  if (villages && blocks) return 'residential-areas'
  return villages ? 'villages' : blocks ? 'residential-blocks' : null
}

/** @param {{from: string, to: string}} state @param {string} category "" for all */
export function incidentSource({ from, to }, category) {
  return { collection: 'incidents', theme: null, query: { from, to, category: category || null }, leastZoom: LEAST_ZOOM.incidents }
}

/**
 * What a feature of a tile says, as a row of the table says it. One that stands for several areas has `members`; its rate
 * is that of all of them together, its count is their mean, so that both can be held against the limits for one area, and
 * its status is what most of them have.
 *
 * @param {Record<string, any>} attributes
 * @returns {import('./figures.js').AreaRow & {members: number|null, total: number|null, statuses: Record<string, number>}}
 */
export function rowOfTile(attributes) {
  const members = attributes.members ?? null
  const total = attributes.count ?? null
  const statuses = Object.fromEntries(STATUS_ORDER.filter((key) => attributes[key]).map((key) => [key, attributes[key]]))
  return {
    id: String(attributes.id),
    name: attributes.name,
    fullName: attributes.fullName ?? attributes.name,
    kind: attributes.kind,
    members,
    total,
    statuses,
    density:
      attributes.covered === undefined
        ? null
        : {
            covered: attributes.covered,
            count: members && total !== null ? total / members : total,
            recorded: attributes.recorded ?? 0,
            incidentsPerSqKmYear: attributes.incidentsPerSqKmYear ?? null,
            incidentsPer1000Year: attributes.incidentsPer1000Year ?? null,
            unstable: members ? total !== null && total < 5 : Boolean(attributes.unstable),
          },
    safety: members ? mostCommon(statuses) : attributes.status ? { status: attributes.status } : null,
  }
}

function mostCommon(statuses) {
  const [status] = Object.keys(statuses).sort((a, b) => statuses[b] - statuses[a] || STATUS_ORDER.indexOf(a) - STATUS_ORDER.indexOf(b))
  return status ? { status } : null
}
