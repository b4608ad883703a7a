/** Colours and patterns. One hue for density (safe for colour-blind eyes, also in grey print); a pattern beside each status colour. */

/** Light to dark. */
export const DENSITY_COLOURS = ['#dbe9f6', '#a9cbe8', '#6aa5d6', '#2f77b8', '#0d4583']

/**
 * @typedef {object} Fill
 * @property {string} key names the SVG pattern
 * @property {string} colour background
 * @property {string} ink lines and dots of the pattern
 * @property {'none'|'lines'|'cross'|'dots'|'hatch'|'back'|'wide'|'few'} pattern
 * @property {string} symbol one sign for the table and the legend
 */

/** Keys as in the API. @type {Record<string, Fill>} */
export const STATUS_FILLS = {
  recognised: { key: 'recognised', colour: '#86c496', ink: '#14532d', pattern: 'none', symbol: '✓' },
  not_recognised: { key: 'not_recognised', colour: '#ee9468', ink: '#8a2f0c', pattern: 'cross', symbol: '✕' },
  under_review: { key: 'under_review', colour: '#f3cf5b', ink: '#6b5200', pattern: 'dots', symbol: '…' },
  self_assessed: { key: 'self_assessed', colour: '#f7df90', ink: '#8a6a00', pattern: 'back', symbol: '✎' },
  registered: { key: 'registered', colour: '#fbf1c9', ink: '#b08d1a', pattern: 'lines', symbol: '+' },
  not_registered: { key: 'not_registered', colour: '#e4e6e9', ink: '#a4abb5', pattern: 'hatch', symbol: '–' },
  not_considered: { key: 'not_considered', colour: '#ffffff', ink: '#8a919c', pattern: 'wide', symbol: '○' },
}

/** Order of the legend: the outcome first, then the way to it. */
export const STATUS_ORDER = [
  'recognised',
  'not_recognised',
  'under_review',
  'self_assessed',
  'registered',
  'not_registered',
  'not_considered',
]

/** @type {Fill} */
export const NO_DATA_FILL = { key: 'no-data', colour: '#f2f1ed', ink: '#c3c6c9', pattern: 'hatch', symbol: '?' }
/** @type {Fill} */
export const ZERO_FILL = { key: 'zero', colour: '#fdfdfb', ink: '#6b7280', pattern: 'none', symbol: '0' }

/**
 * What hot and cold spots look like. Red and blue differ for every kind of colour-blind eyes; the pattern and the sign say
 * the same without colour. @type {Record<string, Fill>}
 */
export const HOT_SPOT_FILLS = {
  'hot-99': { key: 'hot-99', colour: '#b2182b', ink: '#ffffff', pattern: 'cross', symbol: '▲▲▲' },
  'hot-95': { key: 'hot-95', colour: '#e66a53', ink: '#5f0a14', pattern: 'lines', symbol: '▲▲' },
  'hot-90': { key: 'hot-90', colour: '#f9c7b0', ink: '#b2182b', pattern: 'dots', symbol: '▲' },
  'not-significant': { key: 'not-significant', colour: '#f7f7f5', ink: '#6b7280', pattern: 'none', symbol: '·' },
  'cold-90': { key: 'cold-90', colour: '#cfe3f0', ink: '#2166ac', pattern: 'dots', symbol: '▽' },
  'cold-95': { key: 'cold-95', colour: '#7fb5d8', ink: '#0b3055', pattern: 'back', symbol: '▽▽' },
  'cold-99': { key: 'cold-99', colour: '#2166ac', ink: '#ffffff', pattern: 'wide', symbol: '▽▽▽' },
  'high-high': { key: 'high-high', colour: '#d7301f', ink: '#ffffff', pattern: 'cross', symbol: '▲▲' },
  'high-low': { key: 'high-low', colour: '#f9c7b0', ink: '#b2182b', pattern: 'dots', symbol: '▲▽' },
  'low-high': { key: 'low-high', colour: '#cfe3f0', ink: '#2166ac', pattern: 'dots', symbol: '▽▲' },
  'low-low': { key: 'low-low', colour: '#4393c3', ink: '#0b3055', pattern: 'back', symbol: '▽▽' },
  'not-judged': { ...NO_DATA_FILL, key: 'not-judged' },
}

/** @param {number} step 0 to 4 @returns {Fill} */
export function densityFill(step) {
  return {
    key: `class-${step}`,
    colour: DENSITY_COLOURS[step],
    ink: step > 2 ? '#ffffff' : '#0d2f57',
    pattern: 'none',
    symbol: '',
  }
}

/** @param {Fill} fill of a density class @returns {Fill} the same colour, dotted: the rate rests on few incidents */
export function fewFill(fill) {
  return { ...fill, key: `${fill.key}-few`, ink: fill.ink === '#ffffff' ? '#ffffff' : '#1f5f9c', pattern: 'few' }
}

/** Every fill with a pattern, for the drawing of the patterns. */
export const PATTERN_FILLS = [
  ...Object.values(STATUS_FILLS),
  NO_DATA_FILL,
  ...Object.values(HOT_SPOT_FILLS),
  ...DENSITY_COLOURS.map((_, step) => fewFill(densityFill(step))),
].filter((fill) => fill.pattern !== 'none')
