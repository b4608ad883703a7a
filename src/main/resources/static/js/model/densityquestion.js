import { isDay } from './dates.js'
import { readRing } from './drawnring.js'
import { readLimits } from './limits.js'

/** What the pages about incidents ask, as it stands in their address. */

/**
 * @typedef {object} DensityQuestion
 * @property {string} place unit of the account, or "" for all
 * @property {string} within narrower unit, or ""
 * @property {string} level @property {string} from @property {string} to
 * @property {string} category code, or "" for all
 * @property {string} basis perSqKm, per1000 @property {string} method @property {string} step
 * @property {string} breaks limits of classes=fixed, such as 0.5,2,10 @property {string} ring drawn corners
 * @property {string} weights, distanceM, neighbours, permutations (0: none), seed, correction, confidence, compare: of hot spots
 */

export const LEVELS = ['residential-areas', 'villages', 'residential-blocks', 'communes', 'road-segments']
export const GRIDS = ['hexagons', 'squares']
/** What each view offers; the first is the usual one. */
export const CHOICES = {
  basis: ['perSqKm', 'per1000'],
  method: ['gi-star', 'gi', 'local-moran'],
  step: ['month', 'quarter', 'year'],
  classes: ['quantile', 'jenks', 'equal', 'fixed'],
  kernel: ['quartic', 'gaussian'],
  weights: ['queen', 'rook', 'distance', 'nearest'],
  correction: ['fdr', 'none'],
  confidence: ['95', '99', '90'],
  compare: ['', 'count', 'perSqKm', 'per1000'],
}
/** Whole numbers with so many digits at most; "" is what the service finds usual. */
const NUMBERS = { bandwidthM: 5, sizeM: 5, distanceM: 6, neighbours: 2, permutations: 6, seed: 9 }
const NAMES = ['place', 'within', 'level', 'from', 'to', 'category', 'breaks', 'ring', ...Object.keys(NUMBERS), ...Object.keys(CHOICES)]

/**
 * @param {string} search of the address @param {{places: object[], defaultPeriod: object|null, today: string}} session
 * @param {string[]} levels that the view has
 * @returns {DensityQuestion}
 */
export function readDensityQuestion(search, session, levels) {
  const query = new URLSearchParams(search)
  const id = (name) => (/^\d{1,18}$/.test(query.get(name) ?? '') ? query.get(name) : '')
  const number = (name) => (new RegExp(`^\\d{1,${NUMBERS[name]}}$`).test(query.get(name) ?? '') ? query.get(name) : '')
  const oneOf = (name, values) => (values.includes(query.get(name)) ? query.get(name) : values[0])
  const usual = session.defaultPeriod ?? { from: `${session.today.slice(0, 4)}-01-01`, to: session.today }
  const days = isDay(query.get('from')) && isDay(query.get('to')) && query.get('from') <= query.get('to')
  const known = session.places.some((each) => String(each.id) === id('place'))
  const choices = Object.fromEntries(Object.entries(CHOICES).map(([name, values]) => [name, oneOf(name, values)]))
  const numbers = Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, number(name)]))
  const fixed = choices.classes === 'fixed' && readLimits(query.get('breaks'))
  return {
    // Maps of places far from each other show little: all of them only where that is asked for.
    place: known ? id('place') : query.get('place') === 'all' || !session.places.length ? '' : String(session.places[0].id),
    within: id('within'),
    level: oneOf('level', levels),
    from: days ? query.get('from') : usual.from,
    to: days ? query.get('to') : usual.to,
    category: /^[A-Z0-9_]{1,20}$/.test(query.get('category') ?? '') ? query.get('category') : '',
    ring: readRing(query.get('ring')) ? query.get('ring') : '',
    ...numbers,
    sizeM: numbers.sizeM || '500',
    ...choices,
    classes: choices.classes === 'fixed' && !fixed ? 'quantile' : choices.classes,
    breaks: fixed ? query.get('breaks') : '',
  }
}

/** @param {DensityQuestion} question @returns {string} "?…" */
export function writeDensityQuestion(question) {
  const query = new URLSearchParams()
  const usual = { ...Object.fromEntries(Object.entries(CHOICES).map(([name, [first]]) => [name, first])), sizeM: '500' }
  if (!question.place) query.set('place', 'all')
  for (const name of NAMES) if (question[name] && question[name] !== usual[name]) query.set(name, question[name])
  return `?${query}`
}

/** What a request for classes says. @param {DensityQuestion} question */
export const classesAsked = ({ classes, breaks }) => ({ classes, breaks: classes === 'fixed' ? breaks : '' })

/** What a request for hot spots says beside place and days; what is usual is left to the service. @param {DensityQuestion} question */
export const hotSpotsAsked = ({ level, method, sizeM, weights, distanceM, neighbours, permutations, seed, correction, confidence, compare }) => ({
  level,
  method,
  sizeM: GRIDS.includes(level) ? sizeM : '',
  weights,
  distanceM: weights === 'distance' ? distanceM : '',
  neighbours: weights === 'nearest' ? neighbours : '',
  permutations,
  seed: permutations === '0' ? '' : seed,
  correction,
  confidence,
  basis: compare,
})

/** What every request of the pages has in common. @param {DensityQuestion} question */
export const filterOf = ({ place, within, from, to, category }) => ({ within: within || place, from, to, category })
