/** What the map asks of a density surface, and what it reads from the answer of `/api/density/surface`. */

/**
 * @typedef {object} SurfaceQuestion null and undefined are left out: the service then chooses
 * @property {string} from first day, yyyy-mm-dd
 * @property {string} to last day, included
 * @property {string} [category]
 * @property {string} [severity]
 * @property {string|number} [within] id of a unit
 * @property {string} [boundaryDay]
 * @property {'quartic'|'gaussian'} [kernel]
 * @property {'diggle'|'uniform'} [correction]
 * @property {number} [bandwidthM]
 * @property {number} [cellSizeM]
 * @property {number[]} [breaks] limits of another period's classes, to compare the two
 */

const NAMES = [
  'from',
  'to',
  'category',
  'severity',
  'within',
  'boundaryDay',
  'kernel',
  'correction',
  'bandwidthM',
  'cellSizeM',
  'breaks',
]

/**
 * @param {SurfaceQuestion} question
 * @param {''|'.png'|'.geojson'|'.tif'} [form] description, picture, contours or grid
 * @returns {string} path with its parameters, the same for the same question
 */
export function surfacePath(question, form = '') {
  return `/api/density/surface${form}?${parameters(question)}`
}

/** @param {SurfaceQuestion} question @param {'shp.zip'|'gpkg'|'geojson'|'kml'|'csv'} format @param {string} [crs] */
export function surfaceFilePath(question, format, crs) {
  return `/api/exports/density/surface.${format}?${parameters(question)}${crs ? `&crs=${encodeURIComponent(crs)}` : ''}`
}

function parameters(question) {
  return NAMES.filter((name) => question[name] != null && String(question[name]) !== '')
    .map((name) => `${name}=${encodeURIComponent(String(question[name]))}`)
    .join('&')
}

/**
 * @param {{classes: {from: number, to: number|null, colour: string, label: string}[]}} surface
 * @returns {{colour: string, label: string}[]} highest first, as a legend stands
 */
export function surfaceLegend(surface) {
  return surface.classes.map(({ colour, label }) => ({ colour, label })).reverse()
}

/** @param {number[]} bounds west, south, east, north @returns {[[number, number], [number, number]]} as Leaflet has corners */
export function surfaceCorners([west, south, east, north]) {
  return [
    [south, west],
    [north, east],
  ]
}
